package gyotaku.parse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Tells a message of Outlook from other files in the same container, by the first sectors of its directory (MS-CFB
/// section 2.6, MS-OXMSG section 2.3).
final class OutlookFile {

    private static final String PROPERTIES = "__properties_version1.0";
    private static final String NAMES = "__nameid_version1.0";

    private static final int ENTRY = 128;
    private static final int NAME_BYTES = 64;

    private OutlookFile() {}

    /// Whether the root of the container has the storage of an Outlook item: the name of one of its two parts stands
    /// in the first sector of the directory, which begins with the root and what was written first.
    static boolean is(byte[] bytes, int from, int to) {
        if (to - from < 512) {
            return false;
        }
        ByteBuffer file = ByteBuffer.wrap(bytes, from, to - from).slice().order(ByteOrder.LITTLE_ENDIAN);
        int shift = file.getShort(30);
        if (shift != 9 && shift != 12) {
            return false;
        }
        long directory = (Integer.toUnsignedLong(file.getInt(48)) + 1) << shift;
        int end = (int) Math.min(file.limit(), directory + (1L << shift));
        for (long entry = directory; entry + ENTRY <= end; entry += ENTRY) {
            String name = name(file, (int) entry);
            if (name.equals(PROPERTIES) || name.equals(NAMES)) {
                return true;
            }
            if (name.equals("WordDocument") || name.equals("Workbook") || name.equals("PowerPoint Document")) {
                return false;
            }
        }
        return false;
    }

    private static String name(ByteBuffer file, int entry) {
        int length = file.getShort(entry + NAME_BYTES) - 2;
        if (length <= 0 || length > NAME_BYTES - 2) {
            return "";
        }
        byte[] name = new byte[length];
        file.get(entry, name);
        return new String(name, StandardCharsets.UTF_16LE);
    }
}
