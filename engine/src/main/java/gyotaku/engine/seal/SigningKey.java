package gyotaku.engine.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.EnumSet;
import java.util.Set;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/// An examiner's Ed25519 private key (RFC 8032). It leaves this class only as signatures.
public final class SigningKey {

    /// A key file has 119 bytes; a device or a picture named by mistake must not be read whole.
    private static final int MOST_BYTES = 16 << 10;

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final PrivateKey key;
    private final VerifyingKey publicKey;

    private SigningKey(PrivateKey key, VerifyingKey publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    /// Reads what `openssl genpkey -algorithm ed25519` writes (PKCS #8, RFC 8410).
    ///
    /// @throws Unsound when there is no such file, it cannot be read, others can read it, or it is another thing
    public static SigningKey load(Path file) throws Unsound {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            ownersOnly(file);
            return read(bytes);
        } catch (NoSuchFileException _) {
            throw new Unsound(file + ": there is no such file");
        } catch (AccessDeniedException _) {
            throw new Unsound(file + ": no permission to read it");
        } catch (IOException e) {
            throw new Unsound(file + " cannot be read: " + e.getMessage());
        } catch (GeneralSecurityException _) {
            throw new Unsound(file + " holds no Ed25519 private key");
        } catch (Unsound e) {
            throw new Unsound(file + " " + e.getMessage());
        }
    }

    private static void ownersOnly(Path file) throws IOException, Unsound {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
        if (permissions.stream().anyMatch(OTHERS::contains)) {
            throw new Unsound(
                    "can be read by others (" + PosixFilePermissions.toString(permissions) + "): chmod 600 it");
        }
    }

    private static SigningKey read(byte[] pem) throws GeneralSecurityException, Unsound {
        byte[] der = Pem.read(pem, "PRIVATE KEY").der();
        PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
        byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow(() -> new Unsound("holds a key without a value"));
        byte[] raw =
                new Ed25519PrivateKeyParameters(seed, 0).generatePublicKey().getEncoded();
        return new SigningKey(key, VerifyingKey.ofRaw(raw));
    }

    public VerifyingKey publicKey() {
        return publicKey;
    }

    /// 64 bytes; the same for the same message.
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key that was read does not sign", e);
        }
    }
}
