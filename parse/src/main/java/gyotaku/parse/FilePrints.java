package gyotaku.parse;

import gyotaku.model.Sha256;
import gyotaku.model.mail.Prints;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Makes the prints of a file.
public final class FilePrints {

    private FilePrints() {}

    public static Prints of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    public static Prints of(byte[] bytes, int from, int to) {
        MessageDigest sha256 = Sha256.digest();
        sha256.update(bytes, from, to - from);
        return new Prints(Sha256.of(sha256), md5(bytes, from, to), Ssdeep.of(bytes, from, to));
    }

    private static String md5(byte[] bytes, int from, int to) {
        try {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            digest.update(bytes, from, to - from);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
