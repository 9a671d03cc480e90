package gyotaku.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// An IPv4 or IPv6 address. IPv4-mapped IPv6 addresses (`::ffff:a.b.c.d`) are held as IPv4. Nothing here asks DNS.
public final class IpAddress implements Comparable<IpAddress> {

    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /// From 4 or 16 bytes in network order.
    public static IpAddress of(byte... raw) {
        if (raw.length != 4 && raw.length != 16) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + raw.length);
        }
        return new IpAddress(mapped(raw) ? Arrays.copyOfRange(raw, 12, 16) : raw.clone());
    }

    private static boolean mapped(byte[] raw) {
        if (raw.length != 16 || raw[10] != -1 || raw[11] != -1) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (raw[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /// A literal as mail writes it: dotted decimal (RFC 1123, no leading zeros), RFC 4291 IPv6, either in brackets,
    /// with or without `IPv6:` in front (RFC 5321 section 4.1.3). Empty when it is anything else.
    public static Optional<IpAddress> parse(String literal) {
        String text = literal.strip();
        if (text.startsWith("[") && text.endsWith("]")) {
            text = text.substring(1, text.length() - 1);
        }
        if (text.regionMatches(true, 0, "IPv6:", 0, 5)) {
            text = text.substring(5);
        }
        if (text.length() > 45) {
            return Optional.empty();
        }
        byte[] raw = text.indexOf(':') >= 0 ? v6(text) : v4(text);
        return raw.length == 0 ? Optional.empty() : Optional.of(of(raw));
    }

    private static final byte[] NONE = {};

    private static byte[] v4(String text) {
        String[] octets = text.split("\\.", -1);
        if (octets.length != 4) {
            return NONE;
        }
        byte[] raw = new byte[4];
        for (int i = 0; i < 4; i++) {
            int value = number(octets[i], 10, 3);
            if (value < 0 || value > 255 || octets[i].length() > 1 && octets[i].charAt(0) == '0') {
                return NONE;
            }
            raw[i] = (byte) value;
        }
        return raw;
    }

    private static byte[] v6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return NONE;
        }
        byte[] head = groups(gap < 0 ? text : text.substring(0, gap));
        byte[] tail = gap < 0 ? NONE : groups(text.substring(gap + 2));
        boolean broken = head == BROKEN || tail == BROKEN;
        int given = head.length + tail.length;
        if (broken || given > 16 || gap < 0 && given != 16 || gap >= 0 && given > 14) {
            return NONE;
        }
        byte[] raw = new byte[16];
        System.arraycopy(head, 0, raw, 0, head.length);
        System.arraycopy(tail, 0, raw, 16 - tail.length, tail.length);
        return raw;
    }

    private static final byte[] BROKEN = {0};

    private static byte[] groups(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        String[] groups = text.split(":", -1);
        byte[] raw = new byte[groups.length * 2 + 2];
        int at = 0;
        for (int i = 0; i < groups.length; i++) {
            if (i == groups.length - 1 && groups[i].indexOf('.') >= 0) {
                byte[] v4 = v4(groups[i]);
                if (v4.length == 0) {
                    return BROKEN;
                }
                System.arraycopy(v4, 0, raw, at, 4);
                at += 4;
                continue;
            }
            int value = number(groups[i], 16, 4);
            if (value < 0) {
                return BROKEN;
            }
            raw[at++] = (byte) (value >> 8);
            raw[at++] = (byte) value;
        }
        return Arrays.copyOf(raw, at);
    }

    private static int number(String digits, int radix, int longest) {
        if (digits.isEmpty() || digits.length() > longest) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            int digit = c < 128 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        return value;
    }

    public boolean isV4() {
        return bytes.length == 4;
    }

    /// 4 or 16 bytes in network order.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The name asked for a PTR record: `4.3.2.1.in-addr.arpa` or the nibbles under `ip6.arpa` (RFC 3596 section 2.5).
    public String reverseName() {
        StringBuilder out = new StringBuilder();
        for (int i = bytes.length - 1; i >= 0; i--) {
            int octet = bytes[i] & 255;
            if (isV4()) {
                out.append(octet).append('.');
            } else {
                out.append(Integer.toHexString(octet & 15))
                        .append('.')
                        .append(Integer.toHexString(octet >> 4))
                        .append('.');
            }
        }
        return out.append(isV4() ? "in-addr.arpa" : "ip6.arpa").toString();
    }

    /// Whether the first `prefix` bits are those of `network`; false when the families differ.
    public boolean in(IpAddress network, int prefix) {
        if (network.bytes.length != bytes.length || prefix < 0 || prefix > bytes.length * 8) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit += 8) {
            int mask = prefix - bit >= 8 ? 255 : 255 << 8 - (prefix - bit) & 255;
            if (((bytes[bit / 8] ^ network.bytes[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(IpAddress other) {
        return bytes.length != other.bytes.length
                ? Integer.compare(bytes.length, other.bytes.length)
                : Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress ip && Arrays.equals(bytes, ip.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /// Dotted decimal, or RFC 5952.
    @Override
    public String toString() {
        if (isV4()) {
            return (bytes[0] & 255) + "." + (bytes[1] & 255) + "." + (bytes[2] & 255) + "." + (bytes[3] & 255);
        }
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (bytes[2 * i] & 255) << 8 | bytes[2 * i + 1] & 255;
        }
        int from = 0;
        int length = 0;
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && groups[i + run] == 0) {
                run++;
            }
            if (run > length && run > 1) {
                from = i;
                length = run;
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (length > 0 && i == from) {
                out.append("::");
                i += length - 1;
                continue;
            }
            if (!out.isEmpty() && out.charAt(out.length() - 1) != ':') {
                out.append(':');
            }
            out.append(Integer.toHexString(groups[i]));
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }
}
