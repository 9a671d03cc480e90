package gyotaku.dissect.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Takes out of a PNG what is not needed to show it (ISO/IEC 15948, section 5): compressed comments and profiles are a
/// way to fill whoever unpacks them, and nobody looks at them here.
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngChunks() {}

    /// The signature and the needed chunks, as far as the file goes.
    static byte[] needed(byte[] png) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(png.length);
        out.write(png, 0, Math.min(SIGNATURE, png.length));
        ByteBuffer in = ByteBuffer.wrap(png);
        int at = SIGNATURE;
        while (at + 8 <= png.length) {
            long length = in.getInt(at) & 0xffff_ffffL;
            long end = Math.min(at + 12 + length, png.length);
            if (NEEDED.contains(new String(png, at + 4, 4, StandardCharsets.ISO_8859_1))) {
                out.write(png, at, (int) (end - at));
            }
            at = (int) end;
        }
        return out.toByteArray();
    }
}
