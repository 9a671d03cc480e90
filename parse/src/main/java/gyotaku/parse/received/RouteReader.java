package gyotaku.parse.received;

import gyotaku.model.Defect;
import gyotaku.model.DomainName;
import gyotaku.model.Limits;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Text;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Route;
import gyotaku.parse.header.Dates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the Received lines of a message (RFC 5321 section 4.4) into hops.
public final class RouteReader {

    private final Limits limits;

    public RouteReader(Limits limits, PublicSuffixes suffixes, List<String> trustHosts) {
        this.limits = limits;
    }

    public RouteReading read(List<Header> headers, List<DomainName> recipientDomains) {
        List<Header> lines =
                headers.stream().filter(header -> header.is("Received")).toList();
        List<Hop> hops = new ArrayList<>();
        for (Header line : lines.subList(0, Math.min(limits.hops(), lines.size()))) {
            hops.add(new Hop(
                    hops.size(),
                    "",
                    "",
                    Optional.empty(),
                    "",
                    "",
                    "",
                    "",
                    Dates.parse(line.body().substring(line.body().lastIndexOf(';') + 1)),
                    Hop.Standing.CLAIMED,
                    line.span(),
                    line.body()));
        }
        Text unread = Text.of("受信経路の記録から送信元を判断できませんでした。", "The trace lines do not tell who handed the message in.");
        List<Defect> defects = new ArrayList<>();
        List<Truncated> truncated = new ArrayList<>();
        return new RouteReading(new Route(hops, Route.How.NONE, unread), defects, truncated);
    }
}
