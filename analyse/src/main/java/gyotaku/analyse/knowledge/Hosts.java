package gyotaku.analyse.knowledge;

import java.util.Set;
import java.util.TreeSet;

/// Kinds of hosts that are known by name: the file `hosts.yml`.
///
/// @param freeMail registered domains where anybody gets an address
/// @param shorteners hosts that hide the target behind a short path
/// @param redirectors hosts of services through which anybody can lead to any page
/// @param riskyTopLevels top-level domains with far more abuse than their size explains
/// @param pageHosts where anybody puts up a page without a name of his own
/// @param fileHosts where anybody keeps files for all to fetch
/// @param formServices where anybody lets others fill in a form
/// @param pictureHosts where anybody puts up a picture
/// @param messengers where a talk goes on past every filter
/// @param translators where any page is shown under the service's own name
/// @param meetings where people see each other: such a page says nothing that its sender wrote
/// @param contentNetworks below which networks carry the pages and files of many others
public record Hosts(
        Set<String> freeMail,
        Set<String> shorteners,
        Set<String> redirectors,
        Set<String> riskyTopLevels,
        Set<String> pageHosts,
        Set<String> fileHosts,
        Set<String> formServices,
        Set<String> pictureHosts,
        Set<String> messengers,
        Set<String> translators,
        Set<String> meetings,
        Set<String> contentNetworks) {

    public Hosts {
        freeMail = Set.copyOf(freeMail);
        shorteners = Set.copyOf(shorteners);
        redirectors = Set.copyOf(redirectors);
        riskyTopLevels = Set.copyOf(riskyTopLevels);
        pageHosts = Set.copyOf(pageHosts);
        fileHosts = Set.copyOf(fileHosts);
        formServices = Set.copyOf(formServices);
        pictureHosts = Set.copyOf(pictureHosts);
        messengers = Set.copyOf(messengers);
        translators = Set.copyOf(translators);
        meetings = Set.copyOf(meetings);
        contentNetworks = Set.copyOf(contentNetworks);
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
                names(file, "riskyTopLevels"),
                names(file, "pageHosts"),
                names(file, "fileHosts"),
                names(file, "formServices"),
                names(file, "pictureHosts"),
                names(file, "messengers"),
                names(file, "translators"),
                names(file, "meetings"),
                names(file, "contentNetworks"));
    }

    private static Set<String> names(Knowledge.Entries file, String list) {
        return new TreeSet<>(file.entries(list).texts("names"));
    }

    /// Whether people meet at `host`; pages that anybody fills, at the same services, are none.
    public boolean isMeeting(String host) {
        return within(host, meetings) && !within(host, pageHosts);
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
