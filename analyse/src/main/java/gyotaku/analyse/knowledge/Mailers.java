package gyotaku.analyse.knowledge;

import java.util.Set;
import java.util.TreeSet;

/// Services that send mails for others, as newsletters and receipts: the file `mailers.yml`.
///
/// @param links hosts through which they lead the links that they count
/// @param returns domains to which they have undeliverable mail return
public record Mailers(Set<String> links, Set<String> returns) {

    public Mailers {
        links = Set.copyOf(links);
        returns = Set.copyOf(returns);
    }

    private static final class Bundled {
        static final Mailers MAILERS = of(KnowledgeFolder.file("mailers"));
    }

    public static Mailers bundled() {
        return Bundled.MAILERS;
    }

    private static Mailers of(Knowledge.Entries file) {
        Set<String> links = new TreeSet<>();
        Set<String> returns = new TreeSet<>();
        for (Knowledge.Entries service : file.list("services")) {
            links.addAll(service.texts("links"));
            returns.addAll(service.texts("returns"));
        }
        return new Mailers(links, returns);
    }

    /// Whether links through that host are counted by such a service.
    public boolean count(String host) {
        return Hosts.within(host, links);
    }

    /// Whether envelopes of that domain are those of such a service.
    public boolean send(String domain) {
        return Hosts.within(domain, returns);
    }
}
