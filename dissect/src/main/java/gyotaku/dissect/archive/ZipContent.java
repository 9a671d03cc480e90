package gyotaku.dissect.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.deflate64.Deflate64CompressorInputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.XZInputStream;

/// Unpacks what ZIP files pack (PKWARE APPNOTE 6.3.10, 4.4.5).
final class ZipContent {

    /// Against archives that ask for a dictionary of gigabytes.
    static final int MOST_MEMORY_KIB = 64 << 10;

    private static final int LZMA_HEADER = 9;

    private ZipContent() {}

    /// @return empty for a method that nothing here knows
    static Optional<InputStream> unpacked(int method, InputStream packed, long size) throws IOException {
        return switch (method) {
            case 0 -> Optional.of(packed);
            case 8 -> Optional.of(new Inflated(packed));
            case 9 -> Optional.of(new Deflate64CompressorInputStream(packed));
            case 12 -> Optional.of(new BZip2CompressorInputStream(packed));
            case 14 -> Optional.of(lzma(packed, size));
            case 95 -> Optional.of(new XZInputStream(packed, MOST_MEMORY_KIB));
            default -> Optional.empty();
        };
    }

    /// APPNOTE 5.8.8: version, length of the properties, properties.
    private static InputStream lzma(InputStream packed, long size) throws IOException {
        byte[] header = packed.readNBytes(LZMA_HEADER);
        if (header.length < LZMA_HEADER) {
            throw new EOFException("the header of LZMA is cut");
        }
        int dictionary = (int) new Bytes(header).u32(5);
        if (dictionary < 0 || dictionary > MOST_MEMORY_KIB << 10) {
            throw new IOException("LZMA with a dictionary of " + Integer.toUnsignedString(dictionary) + " bytes");
        }
        return new LZMAInputStream(packed, size, header[4], dictionary);
    }

    private static final class Inflated extends InflaterInputStream {
        Inflated(InputStream in) {
            super(in, new Inflater(true), 16 << 10);
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }
}
