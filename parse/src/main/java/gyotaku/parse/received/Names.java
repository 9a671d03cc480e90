package gyotaku.parse.received;

import gyotaku.model.IpAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Host names and addresses as they stand in Received lines.
final class Names {

    /// Against values that fill the report: an honest host name has at most 253 characters.
    private static final int LONGEST = 512;

    private Names() {}

    /// The name without its closing dot; empty when it says that there is none.
    static String known(String name) {
        String bare = trimmed(name);
        return NO_NAMES.contains(bare.toLowerCase(Locale.ROOT)) ? "" : bare;
    }

    /// What a client called itself: everything but a placeholder that no client can have said.
    static String said(String helo) {
        return helo.equals("<unknown>") ? "" : trimmed(helo);
    }

    private static final Set<String> NO_NAMES = Set.of("unknown", "<unknown>", "unverified");

    /// Without a closing dot or comma, at most [#LONGEST] characters.
    static String trimmed(String name) {
        int end = Math.min(name.length(), LONGEST);
        while (end > 0 && (name.charAt(end - 1) == '.' || name.charAt(end - 1) == ',')) {
            end--;
        }
        return name.substring(0, end);
    }

    /// An address literal in brackets, with or without a port or a zone behind (`[192.0.2.1]:25`,
    /// `[fe80::1%eth0]`).
    static Optional<IpAddress> literal(String word) {
        int close = word.indexOf(']');
        return word.startsWith("[") && close > 0 ? address(word.substring(1, close)) : Optional.empty();
    }

    /// An address in brackets or bare.
    static Optional<IpAddress> addressOrLiteral(String word) {
        return word.startsWith("[") ? literal(word) : address(word);
    }

    private static Optional<IpAddress> address(String text) {
        int zone = text.indexOf('%');
        return text.length() > 64 ? Optional.empty() : IpAddress.parse(zone < 0 ? text : text.substring(0, zone));
    }

    /// `user@host`, `IDENT:user@host`, `/host` or `host`: the host.
    static String afterIdent(String word) {
        return word.substring(Math.max(word.lastIndexOf('@'), word.lastIndexOf('/')) + 1);
    }

    /// Whether it has a dot and is no address.
    static boolean isQualified(String host) {
        return host.indexOf('.') > 0 && addressOrLiteral(host).isEmpty() && host.indexOf(':') < 0;
    }
}
