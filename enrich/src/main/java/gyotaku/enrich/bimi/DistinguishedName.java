package gyotaku.enrich.bimi;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The string form of a distinguished name (RFC 2253), taken apart.
final class DistinguishedName {

    /// No attribute that a certificate authority checks is longer (X.520 ub-organization-name is 64).
    private static final int MOST_OF_A_VALUE = 255;

    private DistinguishedName() {}

    /// By keyword in capitals; of several the first. Values that have no string form are left out.
    static Map<String, String> attributes(String name) {
        Map<String, String> attributes = new TreeMap<>();
        StringBuilder part = new StringBuilder();
        int equals = -1;
        for (int i = 0; i <= name.length(); i++) {
            char c = i < name.length() ? name.charAt(i) : ',';
            if (c == '\\' && i + 1 < name.length()) {
                part.append(name.charAt(++i));
            } else if (c == ',' || c == '+') {
                put(attributes, part, equals);
                part.setLength(0);
                equals = -1;
            } else {
                equals = c == '=' && equals < 0 ? part.length() : equals;
                part.append(c);
            }
        }
        return attributes;
    }

    private static void put(Map<String, String> attributes, StringBuilder part, int equals) {
        if (equals > 0 && part.length() > equals + 1 && part.charAt(equals + 1) != '#') {
            String value = part.substring(equals + 1, Math.min(part.length(), equals + 1 + MOST_OF_A_VALUE));
            attributes.putIfAbsent(part.substring(0, equals).strip().toUpperCase(Locale.ROOT), value);
        }
    }
}
