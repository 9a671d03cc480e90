package gyotaku.dissect.outlook;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Unpacks the text of a message (MS-OXRTFCP). The size that it claims is only a bound: nothing is set aside for it.
final class CompressedRtf {

    private static final int COMPRESSED = 0x75465a4c;
    private static final int UNCOMPRESSED = 0x414c454d;
    private static final int HEADER = 16;
    private static final int DICTIONARY = 4096;

    /// Against text without end: more than this is not looked at anyway.
    private static final int LONGEST = 16 << 20;

    private static final byte[] START =
            ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern"
                            + " \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n"
                            + "\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
                    .getBytes(StandardCharsets.US_ASCII);

    private CompressedRtf() {}

    /// @return what can be unpacked; empty for bytes of another form
    static byte[] unpacked(byte[] packed) {
        if (packed.length < HEADER) {
            return new byte[0];
        }
        ByteBuffer header = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        int most = (int) Math.min(LONGEST, Integer.toUnsignedLong(header.getInt(4)));
        return switch (header.getInt(8)) {
            case COMPRESSED -> inflated(packed, most);
            case UNCOMPRESSED ->
                java.util.Arrays.copyOfRange(packed, HEADER, HEADER + Math.min(most, packed.length - HEADER));
            default -> new byte[0];
        };
    }

    private static byte[] inflated(byte[] packed, int most) {
        byte[] dictionary = new byte[DICTIONARY];
        System.arraycopy(START, 0, dictionary, 0, START.length);
        int write = START.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = HEADER;
        while (at < packed.length && out.size() < most) {
            int control = packed[at++] & 0xff;
            for (int bit = 0; bit < 8 && at < packed.length && out.size() < most; bit++) {
                if ((control >> bit & 1) == 0) {
                    dictionary[write] = packed[at];
                    write = (write + 1) % DICTIONARY;
                    out.write(packed[at++]);
                    continue;
                }
                if (at + 1 >= packed.length) {
                    return out.toByteArray();
                }
                int offset = (packed[at] & 0xff) << 4 | (packed[at + 1] & 0xff) >> 4;
                int length = (packed[at + 1] & 0xf) + 2;
                at += 2;
                if (offset == write) {
                    return out.toByteArray();
                }
                for (int i = 0; i < length && out.size() < most; i++) {
                    byte b = dictionary[(offset + i) % DICTIONARY];
                    dictionary[write] = b;
                    write = (write + 1) % DICTIONARY;
                    out.write(b);
                }
            }
        }
        return out.toByteArray();
    }
}
