package gyotaku.parse.url;

import java.util.Optional;

/// IPv6 literals of the URL Standard, section 3.5, written in the shortest form (section 3.6).
final class Ipv6 {

    private final String input;
    private final int[] pieces = new int[8];
    private int piece;
    private int gap = -1;
    private int at;

    private Ipv6(String input) {
        this.input = input;
    }

    static Optional<String> parse(String input) {
        Ipv6 address = new Ipv6(input);
        return address.read() ? Optional.of(address.text()) : Optional.empty();
    }

    private int peek() {
        return at < input.length() ? input.charAt(at) : -1;
    }

    private boolean read() {
        if (peek() == ':') {
            if (!input.startsWith("::")) {
                return false;
            }
            at += 2;
            gap = ++piece;
        }
        while (peek() >= 0) {
            if (piece == 8 || !readPiece()) {
                return false;
            }
        }
        return closeGap();
    }

    private boolean readPiece() {
        if (peek() == ':') {
            if (gap >= 0) {
                return false;
            }
            at++;
            gap = ++piece;
            return true;
        }
        int value = 0;
        int start = at;
        while (at - start < 4 && Ascii.hex(peek()) >= 0) {
            value = value * 16 + Ascii.hex(peek());
            at++;
        }
        if (peek() == '.') {
            at = start;
            return at < input.length() && piece <= 6 && start != input.length() && readV4();
        }
        pieces[piece++] = value;
        if (peek() == ':') {
            at++;
            return peek() >= 0;
        }
        return peek() < 0;
    }

    private boolean readV4() {
        int seen = 0;
        while (peek() >= 0) {
            if (seen > 0) {
                if (peek() != '.' || seen == 4) {
                    return false;
                }
                at++;
            }
            int octet = octet();
            if (octet < 0) {
                return false;
            }
            pieces[piece] = pieces[piece] * 256 + octet;
            seen++;
            if (seen == 2 || seen == 4) {
                piece++;
            }
        }
        return seen == 4;
    }

    private int octet() {
        int value = -1;
        while (Ascii.isDigit(peek())) {
            if (value == 0) {
                return -1;
            }
            value = Math.max(value, 0) * 10 + peek() - '0';
            if (value > 255) {
                return -1;
            }
            at++;
        }
        return value;
    }

    private boolean closeGap() {
        if (gap < 0) {
            return piece == 8;
        }
        int moved = piece - gap;
        for (int i = 0; i < moved; i++) {
            int from = piece - 1 - i;
            int value = pieces[from];
            pieces[from] = 0;
            pieces[7 - i] = value;
        }
        return true;
    }

    private String text() {
        int from = longestZeros();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == from) {
                out.append(i == 0 ? "::" : ":");
                while (i < 7 && pieces[i + 1] == 0) {
                    i++;
                }
                continue;
            }
            out.append(Integer.toHexString(pieces[i])).append(i < 7 ? ":" : "");
        }
        return out.toString();
    }

    private int longestZeros() {
        int best = -1;
        int longest = 1;
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && pieces[i + run] == 0) {
                run++;
            }
            if (run > longest) {
                best = i;
                longest = run;
            }
            i += run;
        }
        return best;
    }
}
