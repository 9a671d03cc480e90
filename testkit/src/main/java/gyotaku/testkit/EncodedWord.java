package gyotaku.testkit;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Writes text as RFC 2047 encoded words, each of at most 75 characters.
public enum EncodedWord {
    B,
    Q;

    private static final int TEXT_PER_WORD = 12;

    /// The whole text, its words joined by one space, named by the charset's own name.
    public String of(String text, Charset charset) {
        return of(text, charset, charset.name());
    }

    /// The same under another label, as broken senders do.
    public String of(String text, Charset charset, String label) {
        StringBuilder words = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end = Math.min(text.length(), at + TEXT_PER_WORD);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            words.append(at == 0 ? "" : " ").append(word(text.substring(at, end).getBytes(charset), label));
            at = end;
        }
        return words.toString();
    }

    /// One word around the given octets, whole characters or not.
    public String word(byte[] octets, String label) {
        return "=?" + label + "?" + name() + "?" + encoded(octets) + "?=";
    }

    private String encoded(byte[] octets) {
        if (this == B) {
            return new String(Base64.getEncoder().encode(octets), StandardCharsets.US_ASCII);
        }
        StringBuilder out = new StringBuilder();
        for (byte b : octets) {
            boolean plain = b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
            out.append(plain ? String.valueOf((char) b) : "=%02X".formatted(b & 255));
        }
        return out.toString();
    }
}
