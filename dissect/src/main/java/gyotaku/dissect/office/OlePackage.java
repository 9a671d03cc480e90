package gyotaku.dissect.office;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/// A file that was dropped into a document: what stands in `\x01Ole10Native`, or in the data of an object `Package`.
///
/// @param label what the reader sees beneath the icon
/// @param path where it lay on the author's machine
public record OlePackage(String label, String path, byte[] content) {

    private static final int LONGEST_TEXT = 4_096;

    /// @param bytes from the flags on, without the length before them; empty when they are no package
    public static Optional<OlePackage> of(byte[] bytes) {
        Cursor cursor = new Cursor(bytes);
        if (cursor.number(2) != 2) {
            return Optional.empty();
        }
        String label = cursor.text();
        String path = cursor.text();
        cursor.number(4);
        int command = cursor.number(4);
        if (command < 0 || command > LONGEST_TEXT) {
            return Optional.empty();
        }
        cursor.at += command;
        int length = cursor.number(4);
        if (length < 0 || cursor.at > bytes.length) {
            return Optional.empty();
        }
        int end = (int) Math.min(bytes.length, (long) cursor.at + length);
        return Optional.of(new OlePackage(label, path, Arrays.copyOfRange(bytes, cursor.at, end)));
    }

    private static final class Cursor {
        private final byte[] bytes;
        private int at;

        Cursor(byte[] bytes) {
            this.bytes = bytes;
        }

        int number(int size) {
            int value = 0;
            for (int i = 0; i < size && at < bytes.length; i++) {
                value |= (bytes[at++] & 255) << 8 * i;
            }
            return value;
        }

        String text() {
            int from = Math.min(at, bytes.length);
            int end = from;
            while (end < bytes.length && bytes[end] != 0 && end - from < LONGEST_TEXT) {
                end++;
            }
            at = end + 1;
            return new String(bytes, from, end - from, Charset.forName("windows-31j"));
        }
    }
}
