package gyotaku.parse.received;

import gyotaku.model.Defect;
import gyotaku.model.DomainName;
import gyotaku.model.Limits;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Text;
import gyotaku.model.Truncated;
import gyotaku.model.Visible;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Reads the Received lines of a message (RFC 5321 section 4.4, and what software really writes) into hops, and
/// finds the line at which the recipient's side took the message from outside.
public final class RouteReader {

    private final Limits limits;
    private final PublicSuffixes suffixes;
    private final List<String> trustHosts;

    /// @param suffixes tells which hosts belong to one registered domain
    /// @param trustHosts names, name suffixes, addresses or networks of the recipient's own servers; may be empty
    public RouteReader(Limits limits, PublicSuffixes suffixes, List<String> trustHosts) {
        this.limits = limits;
        this.suffixes = suffixes;
        this.trustHosts = List.copyOf(trustHosts);
    }

    /// @param headers all header fields of the message, topmost first
    /// @param recipientDomains the domains of its recipients
    public RouteReading read(List<Header> headers, List<DomainName> recipientDomains) {
        List<Header> all =
                headers.stream().filter(header -> header.is("Received")).toList();
        List<Header> lines = all.subList(0, Math.min(limits.hops(), all.size()));
        List<Stamp> stamps = lines.stream()
                .map(line -> Stamp.of(line.body(), limits.commentDepth()))
                .toList();
        RecipientSide side = new RecipientSide(suffixes, trustHosts, Providers.known(), recipientDomains);
        Boundary boundary = Boundary.in(stamps, side);
        return new RouteReading(
                new Route(hops(lines, stamps, boundary), boundary.how(), boundary.assumption()),
                defects(lines, stamps),
                truncated(all.size(), stamps));
    }

    private static List<Hop> hops(List<Header> lines, List<Stamp> stamps, Boundary boundary) {
        List<Hop> hops = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            Stamp stamp = stamps.get(i);
            hops.add(new Hop(
                    i,
                    stamp.client().helo(),
                    stamp.client().rdns(),
                    stamp.client().ip(),
                    stamp.by(),
                    stamp.with(),
                    stamp.id(),
                    stamp.recipient(),
                    stamp.at(),
                    boundary.standing(i),
                    lines.get(i).span(),
                    oneSpaced(lines.get(i).body())));
        }
        return hops;
    }

    /// Tabs and the runs of spaces left by unfolding become one space.
    private static String oneSpaced(String body) {
        StringBuilder out = new StringBuilder(body.length());
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i) == '\t' || body.charAt(i) == '\r' || body.charAt(i) == '\n' ? ' ' : body.charAt(i);
            if (c != ' ' || !out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(c);
            }
        }
        return out.toString().stripTrailing();
    }

    private static List<Defect> defects(List<Header> lines, List<Stamp> stamps) {
        List<Defect> defects = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Header line = lines.get(i);
            Stamp stamp = stamps.get(i);
            if (!stamp.readable()) {
                defects.add(new Defect(Defect.Kind.BAD_RECEIVED, line.span(), excerpt(line.body())));
            }
            if (stamp.dated() && stamp.at().isEmpty()) {
                defects.add(new Defect(Defect.Kind.BAD_DATE, line.span(), excerpt(line.body())));
            }
        }
        return defects;
    }

    private static String excerpt(String body) {
        String visible = Visible.of(body.substring(0, Math.min(body.length(), 80)));
        return visible.length() <= 80
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, Math.min(80, visible.codePointCount(0, 80))));
    }

    private List<Truncated> truncated(int lines, List<Stamp> stamps) {
        Stream<Truncated> hops = lines > limits.hops()
                ? Stream.of(new Truncated(
                        "hops",
                        limits.hops(),
                        Text.of("下位の Received 行 {0} 件", "the {0} lowest Received lines")
                                .with(lines - limits.hops())))
                : Stream.empty();
        Stream<Truncated> depth = stamps.stream().anyMatch(Stamp::tooDeep)
                ? Stream.of(new Truncated(
                        "commentDepth",
                        limits.commentDepth(),
                        Text.of("Received 行の深い注釈", "deeply nested comments of Received lines")))
                : Stream.empty();
        return Stream.concat(hops, depth).toList();
    }
}
