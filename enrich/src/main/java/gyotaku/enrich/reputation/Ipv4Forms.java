package gyotaku.enrich.reputation;

/// IPv4 addresses in every form that `inet_aton` takes: one to four numbers, decimal, octal or hexadecimal, of
/// which the last one fills all that is left.
final class Ipv4Forms {

    private Ipv4Forms() {}

    /// As four decimal numbers; empty when it is no address.
    static String dotted(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length > 4) {
            return "";
        }
        long value = 0;
        for (int i = 0; i < parts.length; i++) {
            long number = number(parts[i]);
            int bits = i < parts.length - 1 ? 8 : 8 * (5 - parts.length);
            if (number < 0 || number >= 1L << bits) {
                return "";
            }
            value = value << bits | number;
        }
        return (value >> 24) + "." + (value >> 16 & 255) + "." + (value >> 8 & 255) + "." + (value & 255);
    }

    private static long number(String text) {
        boolean hex = text.startsWith("0x");
        boolean octal = !hex && text.length() > 1 && text.startsWith("0");
        String digits = hex ? text.substring(2) : text;
        int radix = hex ? 16 : octal ? 8 : 10;
        boolean plain = !digits.isEmpty()
                && digits.length() <= 11
                && digits.chars().allMatch(c -> c < 128 && Character.digit(c, radix) >= 0);
        return plain ? Long.parseLong(digits, radix) : -1;
    }
}
