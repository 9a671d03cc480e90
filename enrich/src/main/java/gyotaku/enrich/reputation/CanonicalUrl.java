package gyotaku.enrich.reputation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A URL as the lists of Safe Browsing have it ("URLs and Hashing", v4): unescaped until nothing is left to
/// unescape, its host and path put in order, and escaped once. All characters are bytes.
///
/// @param scheme lower case
/// @param host without user, password and port
/// @param path with its leading slash
/// @param query with its question mark, or empty
record CanonicalUrl(String scheme, String host, String path, String query) {

    /// The documentation's numbers: the exact host and four more, the exact path and four more.
    private static final int MORE = 4;

    private static final int LAST_LABELS = 5;

    static CanonicalUrl of(String url) {
        String raw = bytes(url.strip()).replace("\t", "").replace("\r", "").replace("\n", "");
        int fragment = raw.indexOf('#');
        String whole = unescaped(fragment < 0 ? raw : raw.substring(0, fragment));
        int colon = whole.indexOf("://");
        boolean schemed = colon > 0 && whole.substring(0, colon).chars().allMatch(CanonicalUrl::ofScheme);
        String scheme = schemed ? whole.substring(0, colon).toLowerCase(Locale.ROOT) : "http";
        String rest = schemed ? whole.substring(colon + 3) : whole;
        int end = firstOf(rest, '/', '?');
        String after = rest.substring(end);
        int question = after.indexOf('?');
        String path = question < 0 ? after : after.substring(0, question);
        String query = question < 0 ? "" : after.substring(question);
        return new CanonicalUrl(scheme, escaped(host(rest.substring(0, end))), escaped(path(path)), escaped(query));
    }

    private static boolean ofScheme(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.');
    }

    private static String bytes(String text) {
        return text.chars().allMatch(c -> c < 256)
                ? text
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static int firstOf(String text, char one, char other) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == one || text.charAt(i) == other) {
                return i;
            }
        }
        return text.length();
    }

    /// What an escape gives may be the end of another: each is resolved as soon as it is whole, so one pass does.
    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(text.charAt(i));
            int value = trailingEscape(out);
            while (value >= 0) {
                out.setLength(out.length() - 3);
                out.append((char) value);
                value = trailingEscape(out);
            }
        }
        return out.toString();
    }

    private static int trailingEscape(StringBuilder text) {
        int at = text.length() - 3;
        if (at < 0 || text.charAt(at) != '%') {
            return -1;
        }
        int high = hex(text.charAt(at + 1));
        int low = hex(text.charAt(at + 2));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static int hex(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    private static String host(String authority) {
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = host.lastIndexOf(':');
        if (colon >= 0 && host.indexOf(']', colon) < 0) {
            host = host.substring(0, colon);
        }
        StringBuilder dotted = new StringBuilder();
        for (String label : host.split("\\.")) {
            if (!label.isEmpty()) {
                dotted.append(dotted.isEmpty() ? "" : ".").append(label);
            }
        }
        String plain = dotted.toString().toLowerCase(Locale.ROOT);
        String address = Ipv4Forms.dotted(plain);
        return address.isEmpty() ? plain : address;
    }

    private static String path(String path) {
        List<String> kept = new ArrayList<>();
        String[] steps = path.split("/", -1);
        for (String step : steps) {
            if (step.equals("..")) {
                if (!kept.isEmpty()) {
                    kept.removeLast();
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                kept.add(step);
            }
        }
        String last = steps[steps.length - 1];
        boolean folder = last.isEmpty() || last.equals(".") || last.equals("..");
        String joined = String.join("/", kept);
        return "/" + joined + (folder && !joined.isEmpty() ? "/" : "");
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= 32 || c >= 127 || c == '#' || c == '%') {
                out.append("%%%02X".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /// The suffix/prefix expressions, the exact one first.
    List<String> expressions() {
        Set<String> all = new LinkedHashSet<>();
        for (String name : hosts()) {
            for (String step : paths()) {
                all.add(name + step);
            }
        }
        return List.copyOf(all);
    }

    private List<String> hosts() {
        List<String> all = new ArrayList<>(List.of(host));
        String[] labels = host.split("\\.");
        if (!Ipv4Forms.dotted(host).isEmpty() || host.startsWith("[")) {
            return all;
        }
        for (int from = Math.max(1, labels.length - LAST_LABELS);
                from < labels.length - 1 && all.size() <= MORE;
                from++) {
            all.add(String.join(".", List.of(labels).subList(from, labels.length)));
        }
        return all;
    }

    private Set<String> paths() {
        Set<String> all = new LinkedHashSet<>(List.of(path + query, path));
        int at = 0;
        for (int more = 0; more < MORE && at >= 0; more++) {
            all.add(path.substring(0, at + 1));
            at = path.indexOf('/', at + 1);
        }
        return all;
    }

    @Override
    public String toString() {
        return scheme + "://" + host + path + query;
    }
}
