package gyotaku.engine;

import gyotaku.model.RawMail;
import gyotaku.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/// Reads a sample whole for its digest and keeps at most so many bytes of it.
public final class SampleReader {

    private final int most;

    public SampleReader(int most) {
        this.most = most;
    }

    public RawMail read(InputStream in) throws IOException {
        MessageDigest digest = Sha256.digest();
        ByteArrayOutputStream kept = new ByteArrayOutputStream(1 << 16);
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
            kept.write(buffer, 0, Math.min(n, most - kept.size()));
            size += n;
        }
        return new RawMail(kept.toByteArray(), Sha256.of(digest), size);
    }
}
