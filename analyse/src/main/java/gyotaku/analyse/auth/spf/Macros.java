package gyotaku.analyse.auth.spf;

import gyotaku.analyse.auth.spf.DomainSpec.Piece;
import gyotaku.model.IpAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// Fills the macros of one evaluation (RFC 7208 section 7).
final class Macros {

    /// RFC 7208 section 7.3: a longer name loses labels on its left.
    private static final int LONGEST_NAME = 253;
    /// RFC 5321 section 4.5.3.1.3: a path has 256 octets. Against a sender of megabytes that a record repeats.
    private static final int LONGEST_VALUE = 1024;
    /// Against an explanation that is made of macros alone and grows on expansion.
    private static final int LONGEST_EXPLANATION = 4096;

    /// Gives the validated name of the client (the macro `p`); asks DNS, so it is called only when it is needed.
    interface ClientName {
        String of(String domain) throws Dns.Stop;
    }

    private final Question question;
    private final ClientName clientName;

    Macros(Question question, ClientName clientName) {
        this.question = question;
        this.clientName = clientName;
    }

    /// A name to look up, put together from its end, since that is what stays of one that is too long.
    String name(DomainSpec spec, String domain) throws Dns.Stop {
        StringBuilder out = new StringBuilder();
        for (Piece piece : spec.pieces().reversed()) {
            out.insert(0, value(piece, domain));
            if (out.length() > 2 * LONGEST_NAME) {
                break;
            }
        }
        return shortened(out.toString());
    }

    private static String shortened(String expanded) {
        String name = expanded.endsWith(".") ? expanded.substring(0, expanded.length() - 1) : expanded;
        while (name.length() > LONGEST_NAME && name.indexOf('.') >= 0) {
            name = name.substring(name.indexOf('.') + 1);
        }
        return name;
    }

    /// A text to read, cut where it becomes too long.
    String text(DomainSpec spec, String domain) throws Dns.Stop {
        StringBuilder out = new StringBuilder();
        for (Piece piece : spec.pieces()) {
            out.append(value(piece, domain));
            if (out.length() > LONGEST_EXPLANATION) {
                return out.substring(0, LONGEST_EXPLANATION);
            }
        }
        return out.toString();
    }

    private String value(Piece piece, String domain) throws Dns.Stop {
        return switch (piece) {
            case Piece.Literal literal -> literal.text();
            case Piece.Macro macro -> {
                String value = transformed(bounded(raw(macro.letter(), domain)), macro);
                yield macro.escaped() ? urlEscaped(value) : value;
            }
        };
    }

    private static String bounded(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(value.length() - LONGEST_VALUE);
    }

    private String raw(char letter, String domain) throws Dns.Stop {
        return switch (letter) {
            case 's' -> question.sender();
            case 'l' -> question.localPart();
            case 'o' -> question.senderDomain();
            case 'd' -> domain;
            case 'i' -> dotted(question.ip());
            case 'p' -> clientName.of(domain);
            case 'h' -> question.helo();
            case 'v' -> question.ip().isV4() ? "in-addr" : "ip6";
            case 'c' -> question.ip().toString();
            case 'r' -> question.receiver();
            case 't' -> Long.toString(question.epochSeconds());
            default -> throw new IllegalStateException("the parser let the macro " + letter + " through");
        };
    }

    /// IPv6 as 32 dotted nibbles.
    private static String dotted(IpAddress address) {
        if (address.isV4()) {
            return address.toString();
        }
        StringBuilder out = new StringBuilder(64);
        for (byte octet : address.bytes()) {
            out.append(out.isEmpty() ? "" : ".").append(Integer.toHexString(octet >> 4 & 15));
            out.append('.').append(Integer.toHexString(octet & 15));
        }
        return out.toString().toUpperCase(Locale.ROOT);
    }

    private static String transformed(String value, Piece.Macro macro) {
        List<String> parts = split(value, macro.delimiters());
        if (macro.reversed()) {
            Collections.reverse(parts);
        }
        int from = macro.keep() == 0 ? 0 : Math.max(0, parts.size() - macro.keep());
        return String.join(".", parts.subList(from, parts.size()));
    }

    private static List<String> split(String value, String delimiters) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || delimiters.indexOf(value.charAt(i)) >= 0) {
                parts.add(value.substring(start, i));
                start = i + 1;
            }
        }
        return parts;
    }

    /// RFC 3986 section 2.3: all but the unreserved characters.
    private static String urlEscaped(String value) {
        StringBuilder out = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            out.append(plain ? Character.toString(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return out.toString();
    }
}
