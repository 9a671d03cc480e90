package gyotaku.testkit.internet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A TLS server context with a certificate that nobody trusts, made anew at each start (RFC 5280 section 4.1, ECDSA
/// P-256): no key lies in the repository and no tool outside the JVM is needed.
final class SelfSigned {

    private static final char[] NO_PASSWORD = {};
    private static final byte[] VERSION_3 = HexFormat.of().parseHex("a003020102");
    private static final byte[] ECDSA_WITH_SHA256 = HexFormat.of().parseHex("300a06082a8648ce3d040302");
    private static final byte[] COMMON_NAME = HexFormat.of().parseHex("0603550403");
    private static final byte[] SUBJECT_ALT_NAME = HexFormat.of().parseHex("0603551d11");
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;

    private SelfSigned() {}

    static SSLContext context(List<String> hosts) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("site", keys.getPrivate(), NO_PASSWORD, new Certificate[] {certificate(keys, hosts)});
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, NO_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException missingAlgorithm) {
            throw new IOException("no certificate for the sites", missingAlgorithm);
        }
    }

    private static Certificate certificate(KeyPair keys, List<String> hosts) throws GeneralSecurityException {
        byte[] name = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(0x0c, ascii("closed.invalid")))));
        byte[] validity = der(SEQUENCE, der(0x17, ascii("200101000000Z")), der(0x17, ascii("491231235959Z")));
        byte[] serial =
                der(0x02, BigInteger.valueOf(System.nanoTime() & Long.MAX_VALUE).toByteArray());
        byte[] body = der(
                SEQUENCE,
                VERSION_3,
                serial,
                ECDSA_WITH_SHA256,
                name,
                validity,
                name,
                keys.getPublic().getEncoded(),
                der(0xa3, der(SEQUENCE, alternativeNames(hosts))));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(body);
        byte[] whole = der(SEQUENCE, body, ECDSA_WITH_SHA256, der(0x03, new byte[] {0}, signature.sign()));
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    private static byte[] alternativeNames(List<String> hosts) {
        byte[][] names = hosts.isEmpty()
                ? new byte[][] {der(0x82, ascii("closed.invalid"))}
                : hosts.stream().map(host -> der(0x82, ascii(host))).toArray(byte[][]::new);
        return der(SEQUENCE, SUBJECT_ALT_NAME, der(0x04, der(SEQUENCE, names)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /// One DER element (X.690 section 8.1) around the given contents.
    private static byte[] der(int tag, byte[]... contents) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        for (byte[] content : contents) {
            inner.writeBytes(content);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        out.writeBytes(length(inner.size()));
        out.writeBytes(inner.toByteArray());
        return out.toByteArray();
    }

    private static byte[] length(int size) {
        if (size < 0x80) {
            return new byte[] {(byte) size};
        }
        byte[] digits = BigInteger.valueOf(size).toByteArray();
        int from = digits[0] == 0 ? 1 : 0;
        byte[] out = new byte[digits.length - from + 1];
        out[0] = (byte) (0x80 | (out.length - 1));
        System.arraycopy(digits, from, out, 1, out.length - 1);
        return out;
    }
}
