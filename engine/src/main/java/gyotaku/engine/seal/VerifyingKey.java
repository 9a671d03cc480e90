package gyotaku.engine.seal;

import gyotaku.model.Sha256;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// An Ed25519 public key (RFC 8032), as SubjectPublicKeyInfo (RFC 8410).
public final class VerifyingKey {

    /// What precedes the 32 bytes of a key in its SubjectPublicKeyInfo: there is only one way to write it.
    private static final byte[] HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final String LABEL = "PUBLIC KEY";

    private final PublicKey key;

    private VerifyingKey(PublicKey key) {
        this.key = key;
    }

    static VerifyingKey ofRaw(byte[] raw) throws GeneralSecurityException {
        byte[] der = Arrays.copyOf(HEAD, HEAD.length + raw.length);
        System.arraycopy(raw, 0, der, HEAD.length, raw.length);
        return new VerifyingKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
    }

    /// Reads what `openssl pkey -pubout` writes.
    public static VerifyingKey read(byte[] pem) throws Unsound {
        byte[] der = Pem.read(pem, LABEL).der();
        try {
            return new VerifyingKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException _) {
            throw new Unsound("holds no Ed25519 public key");
        }
    }

    public byte[] pem() {
        return new Pem(LABEL, key.getEncoded()).bytes();
    }

    /// SHA-256 of the SubjectPublicKeyInfo, hexadecimal.
    public String fingerprint() {
        return Sha256.of(key.getEncoded()).hex();
    }

    public boolean vouchesFor(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
