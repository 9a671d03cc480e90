package gyotaku.dissect.office;

import gyotaku.dissect.Findings;
import gyotaku.model.mail.Trait;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A binary part of an `.xlsb` file: records of a type, a length and that many bytes (MS-XLSB 2.1.4).
final class BinarySheet {

    private static final int BEGIN_EXTERNAL_LINK = 360;
    private static final int NAME = 39;

    private final byte[] bytes;
    private int at;

    private BinarySheet(byte[] bytes) {
        this.bytes = bytes;
    }

    static void tell(byte[] bytes, Findings found) {
        new BinarySheet(bytes).read(found);
    }

    private void read(Findings found) {
        while (at < bytes.length) {
            int type = number(2);
            int length = number(4);
            int end = (int) Math.min(bytes.length, (long) at + Math.max(length, 0));
            if (type == BEGIN_EXTERNAL_LINK && end - at > 2) {
                link(end, found);
            } else if (type == NAME) {
                name(end, found);
            }
            at = end;
        }
    }

    /// Seven bits in each byte, the lowest first.
    private int number(int most) {
        int value = 0;
        for (int i = 0; i < most && at < bytes.length; i++) {
            int next = bytes[at++];
            value |= (next & 0x7f) << 7 * i;
            if (next >= 0) {
                break;
            }
        }
        return value;
    }

    /// BrtBeginSupBook (MS-XLSB 2.4.169): 1 is a link to a topic of another program.
    private void link(int end, Findings found) {
        if (bytes[at] == 1) {
            found.trait(Trait.Kind.DDE, letters(at + 2, end));
        }
    }

    private void name(int end, Findings found) {
        String letters = letters(at, end);
        String lower = letters.toLowerCase(Locale.ROOT);
        if (lower.contains("auto_open") || lower.contains("auto_close")) {
            found.trait(Trait.Kind.AUTO_RUN, letters);
        }
    }

    /// What of UTF-16 can be read, words parted by a blank.
    private String letters(int from, int to) {
        String all = new String(bytes, from, to - from, StandardCharsets.UTF_16LE);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < all.length(); i++) {
            char c = all.charAt(i);
            out.append(c >= ' ' && c < 0x7f ? c : ' ');
        }
        return String.join(" ", out.toString().strip().split(" +"));
    }
}
