package gyotaku.dissect.office;

import gyotaku.dissect.Findings;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// An encrypted file of Office 2007 and later (MS-OFFCRYPTO 2.3.4), opened by a word of the mail or by the password
/// that Excel itself tries: with that one a reader is asked nothing, and a filter sees nothing.
final class EncryptedPackage {

    /// Rounds that are hashed for one try; Office writes 100,000. More would make each try last seconds.
    private static final int MOST_ROUNDS = 500_000;

    private EncryptedPackage() {}

    static void read(POIFSFileSystem file, Findings found) throws IOException {
        EncryptionInfo info = new EncryptionInfo(file);
        found.trait(Trait.Kind.ENCRYPTED, "Office, " + info.getEncryptionMode());
        if (info.getVerifier().getSpinCount() > MOST_ROUNDS) {
            found.state(Opened.State.LOCKED, "a try takes " + info.getVerifier().getSpinCount() + " rounds");
            return;
        }
        try {
            Decryptor decryptor = info.getDecryptor();
            Optional<String> password = password(decryptor, found.passwords());
            if (password.isEmpty()) {
                found.state(Opened.State.LOCKED, "none of " + found.passwords().size() + " passwords opens it");
                return;
            }
            found.trait(Trait.Kind.PASSWORD_OPENED, password.get());
            OoxmlReader.read(decrypted(decryptor, file, found), found);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static byte[] decrypted(Decryptor decryptor, POIFSFileSystem file, Findings found)
            throws IOException, GeneralSecurityException {
        try (InputStream in = decryptor.getDataStream(file)) {
            return in.readNBytes(
                    (int) Math.min(Integer.MAX_VALUE - 8, found.limits().unpackedBytes()));
        }
    }

    private static Optional<String> password(Decryptor decryptor, List<String> words) throws GeneralSecurityException {
        List<String> tried = new ArrayList<>(List.of(Decryptor.DEFAULT_PASSWORD));
        tried.addAll(words);
        for (String word : tried) {
            if (decryptor.verifyPassword(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }
}
