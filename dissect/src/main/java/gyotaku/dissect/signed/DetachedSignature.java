package gyotaku.dissect.signed;

import gyotaku.dissect.Findings;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;

/// A signature that stands beside what it signs (`multipart/signed`, RFC 1847).
public final class DetachedSignature {

    private DetachedSignature() {}

    /// @param both see [Enclosure#signed]
    public static void tell(byte[] both, Findings found) {
        ByteBuffer buffer = ByteBuffer.wrap(both);
        byte[] entity = new byte[buffer.getInt()];
        buffer.get(entity);
        byte[] signature = new byte[buffer.remaining()];
        buffer.get(signature);
        if (Armour.isIn(signature)) {
            PgpPackets.tell(signature, found);
            return;
        }
        try {
            new Signers(new CMSSignedData(new CMSProcessableByteArray(canonical(entity)), signature), found).tell();
        } catch (CMSException e) {
            found.broken("it is no signature of S/MIME or OpenPGP", e);
        }
    }

    /// Lines end in CRLF, as they did when they were signed (RFC 8551 section 3.1.1).
    private static byte[] canonical(byte[] entity) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream(entity.length + 100);
        for (int i = 0; i < entity.length; i++) {
            if (entity[i] == '\n' && (i == 0 || entity[i - 1] != '\r')) {
                lines.write('\r');
            }
            lines.write(entity[i]);
        }
        return lines.toByteArray();
    }
}
