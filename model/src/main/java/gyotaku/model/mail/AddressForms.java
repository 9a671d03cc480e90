package gyotaku.model.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// The shapes in which an address can stand in a mail or in a URL, in lower case: plain, percent-encoded, Base64,
/// hexadecimal, and hashed.
public final class AddressForms {

    /// Against masks that turn common words into stars: what is shorter is masked only as a whole word.
    private static final int SHORTEST = 4;

    private AddressForms() {}

    public static Set<String> of(String address) {
        String small = lower(address);
        int at = small.lastIndexOf('@');
        Set<String> forms = new LinkedHashSet<>();
        forms.add(small);
        encoded(address, forms);
        encoded(small, forms);
        if (at > 0) {
            String local = small.substring(0, at);
            String domain = small.substring(at + 1);
            for (String sign :
                    new String[] {"@", "%40", "=40", "=", "&#64;", "&#x40;", "＠", "_at_", "(at)", "[at]", "%2540"}) {
                forms.add(local + sign + domain);
            }
            if (local.length() > SHORTEST) {
                encoded(address.substring(0, at), forms);
                encoded(local, forms);
            }
        }
        return forms;
    }

    private static void encoded(String value, Set<String> forms) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        for (int offset = 0; offset < 3; offset++) {
            base64(bytes, offset, forms);
        }
        String hex = HexFormat.of().formatHex(bytes);
        forms.add(hex);
        forms.add("%" + HexFormat.ofDelimiter("%").formatHex(bytes));
        forms.add("=" + HexFormat.ofDelimiter("=").formatHex(bytes));
        for (String algorithm : new String[] {"MD5", "SHA-1", "SHA-256"}) {
            forms.add(HexFormat.of().formatHex(digest(algorithm, bytes)));
        }
        forms.add(lower(Base64.getEncoder().withoutPadding().encodeToString(digest("SHA-256", bytes))));
    }

    /// The letters that do not depend on what stands before and after.
    private static void base64(byte[] bytes, int offset, Set<String> forms) {
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        int from = offset == 0 ? 0 : offset + 1;
        int to = shifted.length * 8 / 6;
        if (to - from >= 6) {
            forms.add(lower(Base64.getEncoder().encodeToString(shifted).substring(from, to)));
            forms.add(lower(Base64.getUrlEncoder().encodeToString(shifted).substring(from, to)));
        }
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /// Character by character, so that places stay the same.
    public static String lower(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        if (small.length() == text.length()) {
            return small;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append(Character.toLowerCase((char) c)));
        return out.toString();
    }
}
