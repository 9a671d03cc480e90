package gyotaku.report.section;

import gyotaku.model.finding.Case;
import gyotaku.model.mail.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What the mail's HTML asks for from outside when it is opened, by host.
public final class Remotes {

    private static final Set<Link.Context> LOADS =
            Set.of(Link.Context.IMAGE, Link.Context.PIXEL, Link.Context.STYLE, Link.Context.FRAME);

    private Remotes() {}

    /// @param loads each target once, in the order of the mail
    public record Host(String name, List<Link> loads) {

        public Host {
            loads = List.copyOf(loads);
        }

        public long count(Link.Context context) {
            return loads.stream().filter(link -> link.context() == context).count();
        }
    }

    /// Those with the most loads first.
    public static List<Host> of(Case c) {
        Set<String> seen = new TreeSet<>();
        Map<String, List<Link>> byHost = new LinkedHashMap<>();
        c.mail().links().stream()
                .filter(link -> LOADS.contains(link.context()) && link.place().isEmpty())
                .filter(link -> link.target().isWeb() && seen.add(link.target().href()))
                .forEach(link -> byHost.computeIfAbsent(link.target().host(), _ -> new ArrayList<>())
                        .add(link));
        return byHost.entrySet().stream()
                .map(entry -> new Host(entry.getKey(), entry.getValue()))
                .sorted((a, b) -> Integer.compare(b.loads().size(), a.loads().size()))
                .toList();
    }
}
