package gyotaku.enrich;

import java.util.Locale;
import java.util.Optional;

/// A mail address out of a registry's data, taken only when it is plainly one: it may become the recipient of a report.
public final class MailAddress {

    /// RFC 5321 section 4.5.3.1.3.
    private static final int LONGEST = 254;

    private MailAddress() {}

    /// The address when the whole text is one, with or without `mailto:`.
    public static Optional<String> in(String text) {
        String address = text.strip();
        if (address.toLowerCase(Locale.ROOT).startsWith("mailto:")) {
            address = address.substring("mailto:".length());
        }
        int at = address.indexOf('@');
        boolean plain = at > 0
                && address.length() <= LONGEST
                && at == address.lastIndexOf('@')
                && address.indexOf('.', at) > at + 1
                && !address.endsWith(".")
                && address.chars().allMatch(MailAddress::atom);
        return plain ? Optional.of(address) : Optional.empty();
    }

    private static boolean atom(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "@.-_+=/&'~#!".indexOf(c) >= 0;
    }
}
