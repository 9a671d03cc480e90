package gyotaku.parse.received;

import gyotaku.model.IpAddress;

/// Reverse names that a provider gives to its customers' lines, such as `p1234-ipbf.tokyo.example.ne.jp` or
/// `203-0-113-5.example.net`: they lie in the provider's domain and are not its servers.
final class AccessLine {

    private AccessLine() {}

    /// Whether the name spells the address, or holds so many digits that a machine gave it.
    static boolean isNamed(String name, IpAddress ip) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? name : name.substring(0, dot);
        long digits = name.chars().filter(c -> c >= '0' && c <= '9').count();
        return digits >= 4 && digits * 3 >= first.length() || spells(name, ip);
    }

    private static boolean spells(String name, IpAddress ip) {
        if (!ip.isV4()) {
            return false;
        }
        int found = 0;
        byte[] octets = ip.bytes();
        for (byte octet : octets) {
            found += holdsNumber(name, Integer.toString(octet & 255)) ? 1 : 0;
        }
        return found >= 3;
    }

    private static boolean holdsNumber(String name, String number) {
        for (int at = name.indexOf(number); at >= 0; at = name.indexOf(number, at + 1)) {
            boolean starts = at == 0 || !isDigit(name.charAt(at - 1)) || name.charAt(at - 1) == '0';
            int end = at + number.length();
            if (starts && (end == name.length() || !isDigit(name.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
