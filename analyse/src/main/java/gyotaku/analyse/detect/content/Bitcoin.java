package gyotaku.analyse.detect.content;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/// Check sums of Bitcoin addresses: Base58Check, and Bech32 and Bech32m (BIP 173, BIP 350).
final class Bitcoin {

    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};

    private Bitcoin() {}

    static boolean isAddress(String word) {
        if (word.length() < 26 || word.length() > 90) {
            return false;
        }
        return word.toLowerCase(Locale.ROOT).startsWith("bc1") ? isBech32(word) : isBase58Check(word);
    }

    private static boolean isBase58Check(String word) {
        if (word.length() > 35 || word.charAt(0) != '1' && word.charAt(0) != '3') {
            return false;
        }
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < word.length(); i++) {
            int digit = BASE58.indexOf(word.charAt(i));
            if (digit < 0) {
                return false;
            }
            value = value.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
        }
        byte[] raw = value.toByteArray();
        byte[] padded = new byte[25];
        int length = Math.min(raw.length, 25);
        System.arraycopy(raw, raw.length - length, padded, 25 - length, length);
        byte[] digest = sha256(sha256(Arrays.copyOf(padded, 21)));
        return Arrays.equals(Arrays.copyOf(digest, 4), Arrays.copyOfRange(padded, 21, 25));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static boolean isBech32(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (!word.equals(lower) && !word.equals(word.toUpperCase(Locale.ROOT))) {
            return false;
        }
        int check = 1;
        for (int value : new int[] {'b' >> 5, 'c' >> 5, 0, 'b' & 31, 'c' & 31}) {
            check = polymod(check, value);
        }
        for (int i = 3; i < lower.length(); i++) {
            int value = BECH32.indexOf(lower.charAt(i));
            if (value < 0) {
                return false;
            }
            check = polymod(check, value);
        }
        return check == 1 || check == 0x2bc830a3;
    }

    private static int polymod(int check, int value) {
        int top = check >>> 25;
        int next = (check & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < 5; i++) {
            next ^= (top >> i & 1) == 1 ? GENERATOR[i] : 0;
        }
        return next;
    }
}
