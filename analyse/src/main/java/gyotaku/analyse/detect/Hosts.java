package gyotaku.analyse.detect;

import gyotaku.analyse.knowledge.Knowledge;
import gyotaku.analyse.knowledge.KnowledgeFolder;
import java.util.Set;
import java.util.TreeSet;

/// Kinds of hosts that are known by name: the file `hosts.yml`.
///
/// @param freeMail registered domains where anybody gets an address
/// @param shorteners hosts that hide the target behind a short path
/// @param redirectors hosts of services through which anybody can lead to any page
/// @param riskyTopLevels top-level domains with far more abuse than their size explains
public record Hosts(Set<String> freeMail, Set<String> shorteners, Set<String> redirectors, Set<String> riskyTopLevels) {

    public Hosts {
        freeMail = Set.copyOf(freeMail);
        shorteners = Set.copyOf(shorteners);
        redirectors = Set.copyOf(redirectors);
        riskyTopLevels = Set.copyOf(riskyTopLevels);
    }

    private static final class Bundled {
        static final Hosts HOSTS = of(KnowledgeFolder.file("hosts"));
    }

    public static Hosts bundled() {
        return Bundled.HOSTS;
    }

    private static Hosts of(Knowledge.Entries file) {
        return new Hosts(
                names(file, "freeMail"),
                names(file, "shorteners"),
                names(file, "redirectors"),
                names(file, "riskyTopLevels"));
    }

    private static Set<String> names(Knowledge.Entries file, String list) {
        Knowledge.Entries entries = file.entries(list);
        entries.needed("source");
        entries.needed("checked");
        return new TreeSet<>(entries.texts("names"));
    }

    /// Whether `host` is one of the names or below one.
    public static boolean within(String host, Set<String> names) {
        int at = 0;
        while (at >= 0) {
            if (names.contains(host.substring(at))) {
                return true;
            }
            int dot = host.indexOf('.', at);
            at = dot < 0 ? -1 : dot + 1;
        }
        return false;
    }
}
