package gyotaku.report.mask;

import gyotaku.model.DomainName;
import gyotaku.model.mail.AddressForms;
import gyotaku.report.mask.Masked.Kind;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/// Registered domains of links, partly masked as is the custom: `branchiish.aa***lc.cn`.
final class Hosts {

    private final Map<String, String> masks = new TreeMap<>();

    Hosts(Collection<DomainName> registered) {
        registered.forEach(name -> add(name.ascii()));
    }

    private void add(String name) {
        int dot = name.indexOf('.');
        if (dot > 0) {
            masks.put(name, label(name.substring(0, dot)) + name.substring(dot));
            masks.put(
                    name.replace(".", "[.]"),
                    label(name.substring(0, dot)) + name.substring(dot).replace(".", "[.]"));
        }
    }

    /// The first two and the last two characters stay; one of each when that would leave nothing to mask.
    static String label(String label) {
        int keep = label.length() > 5 ? 2 : 1;
        return label.length() < 3
                ? label.substring(0, 1) + "***"
                : label.substring(0, keep) + "***" + label.substring(label.length() - keep);
    }

    String mask(String text, Masked masked) {
        String left = text;
        String small = AddressForms.lower(text);
        for (Map.Entry<String, String> mask : masks.entrySet()) {
            if (small.contains(mask.getKey())) {
                left = replace(left, small, mask.getKey(), mask.getValue(), masked);
                small = AddressForms.lower(left);
            }
        }
        return left;
    }

    private static String replace(String text, String small, String name, String mask, Masked masked) {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        for (int hit = small.indexOf(name); hit >= 0; hit = small.indexOf(name, hit + 1)) {
            if (hit >= at && starts(small, hit)) {
                out.append(text, at, hit).append(mask);
                masked.note(Kind.HOST, name.replace("[.]", "."));
                at = hit + name.length();
            }
        }
        return at == 0 ? text : out.append(text, at, text.length()).toString();
    }

    private static boolean starts(String text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        return !(before >= 'a' && before <= 'z' || before >= '0' && before <= '9' || before == '-');
    }
}
