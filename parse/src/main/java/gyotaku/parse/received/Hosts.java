package gyotaku.parse.received;

import java.util.List;
import java.util.Locale;

/// A set of hosts. Each is written as a name, which stands for all below it too (`.example.co.jp`,
/// `*.example.co.jp` and `example.co.jp` are the same); a `*` elsewhere stands for any characters within one
/// label (`fsav*.example.ne.jp`).
final class Hosts {

    private final List<String> patterns;

    private Hosts(List<String> patterns) {
        this.patterns = patterns;
    }

    static Hosts of(List<String> names) {
        return new Hosts(names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .map(name -> name.startsWith("*.") ? name.substring(2) : name)
                .map(name -> name.startsWith(".") ? name.substring(1) : name)
                .filter(name -> !name.isEmpty())
                .toList());
    }

    boolean hold(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return patterns.stream().anyMatch(pattern -> matches(pattern, name));
    }

    private static boolean matches(String pattern, String name) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return name.endsWith(pattern)
                    && (name.length() == pattern.length() || name.charAt(name.length() - pattern.length() - 1) == '.');
        }
        String tail = pattern.substring(star + 1);
        int end = name.length() - tail.length();
        return end >= star
                && name.startsWith(pattern.substring(0, star))
                && name.endsWith(tail)
                && name.substring(star, end).indexOf('.') < 0;
    }
}
