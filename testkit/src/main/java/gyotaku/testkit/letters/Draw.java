package gyotaku.testkit.letters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Choices that follow from a letter's id alone: the same id and trait give the same choice for ever.
public record Draw(String id) {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// The first 32 bits of the SHA-256 of the id, as the division of the letters reads it.
    public static long bucket(String id) {
        return Long.parseLong(sha256(id).substring(0, 8), 16);
    }

    static String sha256(String text) {
        return HexFormat.of().formatHex(digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// A number from 0 to one below the bound.
    int below(String trait, int bound) {
        return (int) (bits(trait) % bound);
    }

    boolean percent(String trait, int share) {
        return below(trait, 100) < share;
    }

    <T> T of(String trait, List<T> choices) {
        return choices.get(below(trait, choices.size()));
    }

    String hex(String trait, int length) {
        return sha256(id + "\n" + trait).substring(0, length);
    }

    String digits(String trait, int length) {
        return letters(trait, length, "0123456789");
    }

    String token(String trait, int length) {
        return letters(trait, length, ALPHABET);
    }

    private String letters(String trait, int length, String alphabet) {
        StringBuilder out = new StringBuilder();
        for (int n = 0; n < length; n++) {
            out.append(alphabet.charAt(below(trait + "/" + n, alphabet.length())));
        }
        return out.toString();
    }

    private long bits(String trait) {
        return Long.parseLong(sha256(id + "\n" + trait).substring(0, 12), 16);
    }
}
