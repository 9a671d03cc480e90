package gyotaku.parse.received;

import java.util.List;
import java.util.Locale;

/// A set of hosts, each written as a name or as the suffix `.example.co.jp`. A name stands for all below it too.
final class Hosts {

    private final List<String> suffixes;

    private Hosts(List<String> suffixes) {
        this.suffixes = suffixes;
    }

    static Hosts of(List<String> names) {
        return new Hosts(names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .map(name -> name.startsWith("*") ? name.substring(1) : name)
                .map(name -> name.startsWith(".") ? name.substring(1) : name)
                .filter(name -> !name.isEmpty())
                .toList());
    }

    boolean hold(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return suffixes.stream().anyMatch(suffix -> name.equals(suffix) || name.endsWith("." + suffix));
    }
}
