package gyotaku.dissect.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/// Counts what comes through, and sums it up as ZIP, 7z, gzip and others do.
final class Checked extends FilterInputStream {

    private final CRC32 crc = new CRC32();
    private long count;

    Checked(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (b >= 0) {
            crc.update(b);
            count++;
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int off, int len) throws IOException {
        int n = super.read(bytes, off, len);
        if (n > 0) {
            crc.update(bytes, off, n);
            count += n;
        }
        return n;
    }

    long count() {
        return count;
    }

    long crc() {
        return crc.getValue();
    }
}
