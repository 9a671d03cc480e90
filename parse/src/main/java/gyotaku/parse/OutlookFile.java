package gyotaku.parse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Tells a message of Outlook from other files in the same container, by the names in its directory (MS-CFB section
/// 2.6, MS-OXMSG section 2.2).
final class OutlookFile {

    private static final Set<String> OF_MESSAGES = Set.of("__properties_version1.0", "__nameid_version1.0");

    /// Of documents, in which messages may be embedded.
    private static final Set<String> OF_DOCUMENTS = Set.of("WordDocument", "Workbook", "Book", "PowerPoint Document");

    /// Against a directory without end.
    private static final int MOST_SECTORS = 1_000;

    private static final int ENTRY = 128;
    private static final int NAME_BYTES = 64;
    private static final int TABLES_IN_HEADER = 109;

    private final ByteBuffer file;
    private final int shift;

    private OutlookFile(ByteBuffer file) {
        this.file = file;
        this.shift = file.getShort(30);
    }

    static boolean is(byte[] bytes, int from, int to) {
        return to - from >= 512
                && new OutlookFile(
                                ByteBuffer.wrap(bytes, from, to - from).slice().order(ByteOrder.LITTLE_ENDIAN))
                        .isMessage();
    }

    private boolean isMessage() {
        if (shift != 9 && shift != 12) {
            return false;
        }
        boolean found = false;
        int sector = file.getInt(48);
        for (int i = 0; i < MOST_SECTORS && isThere(sector); i++) {
            for (int entry = 0; entry < 1 << shift; entry += ENTRY) {
                String name = name((int) place(sector) + entry);
                if (OF_DOCUMENTS.contains(name)) {
                    return false;
                }
                found |= OF_MESSAGES.contains(name);
            }
            sector = next(sector);
        }
        return found;
    }

    private long place(int sector) {
        return (sector + 1L) << shift;
    }

    private boolean isThere(int sector) {
        return sector >= 0 && place(sector) + (1L << shift) <= file.limit();
    }

    /// By the tables that the header names: enough for any directory near the start of its file.
    private int next(int sector) {
        int perTable = (1 << shift) / 4;
        int table = sector / perTable;
        int at = table < TABLES_IN_HEADER ? file.getInt(76 + 4 * table) : -1;
        return isThere(at) ? file.getInt((int) place(at) + 4 * (sector % perTable)) : -1;
    }

    private String name(int entry) {
        int length = file.getShort(entry + NAME_BYTES) - 2;
        if (length <= 0 || length > NAME_BYTES - 2) {
            return "";
        }
        byte[] name = new byte[length];
        file.get(entry, name);
        return new String(name, StandardCharsets.UTF_16LE);
    }
}
