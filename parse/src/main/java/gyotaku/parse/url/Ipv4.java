package gyotaku.parse.url;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// IPv4 as browsers read it: one to four parts, each decimal, octal or hexadecimal (URL Standard, section 3.5).
final class Ipv4 {

    private static final long NOT_A_NUMBER = -1;

    /// Larger than any address, so that longer digits need not be summed up.
    private static final long TOO_LARGE = 1L << 33;

    private Ipv4() {}

    static boolean endsInNumber(String name) {
        int end = name.endsWith(".") ? name.length() - 1 : name.length();
        String last = name.substring(name.lastIndexOf('.', end - 1) + 1, Math.max(end, 0));
        return !last.isEmpty() && (last.chars().allMatch(Ascii::isDigit) || number(last) != NOT_A_NUMBER);
    }

    static Optional<String> parse(String name) {
        String text = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        List<String> parts = Arrays.asList(text.split("\\.", 6));
        if (parts.size() > 4) {
            return Optional.empty();
        }
        long address = 0;
        for (int i = 0; i < parts.size(); i++) {
            long value = number(parts.get(i));
            boolean last = i == parts.size() - 1;
            long most = last ? (1L << 8 * (5 - parts.size())) - 1 : 255;
            if (value == NOT_A_NUMBER || value > most) {
                return Optional.empty();
            }
            address += last ? value : value << 8 * (3 - i);
        }
        return Optional.of(dotted(address));
    }

    private static String dotted(long address) {
        return (address >> 24) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "." + (address & 255);
    }

    private static long number(String text) {
        if (text.isEmpty()) {
            return NOT_A_NUMBER;
        }
        boolean hex = text.regionMatches(true, 0, "0x", 0, 2);
        int radix = hex ? 16 : text.length() > 1 && text.charAt(0) == '0' ? 8 : 10;
        long value = 0;
        for (int i = hex ? 2 : 0; i < text.length(); i++) {
            int digit = Ascii.hex(text.charAt(i));
            if (digit < 0 || digit >= radix) {
                return NOT_A_NUMBER;
            }
            value = Math.min(value * radix + digit, TOO_LARGE);
        }
        return value;
    }
}
