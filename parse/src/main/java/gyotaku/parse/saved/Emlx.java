package gyotaku.parse.saved;

import gyotaku.model.Defect.Kind;
import gyotaku.model.mail.Source;
import gyotaku.parse.mime.Notes;
import java.nio.charset.StandardCharsets;

/// A message of Apple Mail (`.emlx`, `.partial.emlx`): how many bytes it has, in decimal on a line of its own, the
/// message, then a property list with what Mail knows of it, which is left out.
///
/// A number that does not lead to the list or to the end is not believed; then the message goes on to the last
/// property list, or to the end.
final class Emlx implements Wrapping {

    /// Against a line of digits as long as the sample; no message has more than that many bytes in decimal.
    private static final int DIGITS = 12;

    private static final int LONGEST_LINE = 64;

    /// Against a sample full of lists: the last is looked for in so many bytes at the end.
    private static final int TAIL = 256 << 10;

    private static final int LIST_HEAD = 512;
    private static final byte[] LIST = "<?xml".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ROOT = "<plist".getBytes(StandardCharsets.US_ASCII);

    @Override
    public Source unwrap(Source sample, Notes notes) {
        byte[] bytes = sample.bytes();
        int digits = digits(sample);
        int start = afterBlanks(sample, digits);
        boolean counted = digits > sample.from() && start > digits && bytes[start - 1] == '\n';
        if (!counted) {
            return sample;
        }
        long length =
                Long.parseLong(new String(bytes, sample.from(), digits - sample.from(), StandardCharsets.US_ASCII));
        if (length <= sample.to() - start && isEnd(sample, start + (int) length)) {
            return sample.part(start, start + (int) length);
        }
        notes.defect(Kind.BAD_MESSAGE_LENGTH, sample, sample.from(), digits);
        return sample.part(start, list(sample, start));
    }

    private static int digits(Source sample) {
        int i = sample.from();
        while (i < sample.to() && i - sample.from() < DIGITS && sample.bytes()[i] >= '0' && sample.bytes()[i] <= '9') {
            i++;
        }
        return i;
    }

    /// After the blanks and the line end there, no line further.
    private static int afterBlanks(Source sample, int at) {
        int i = at;
        while (i < sample.to() && i - at < LONGEST_LINE && isBlank(sample.bytes()[i])) {
            i++;
        }
        return i < sample.to() && sample.bytes()[i] == '\n' ? i + 1 : i;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }

    private static boolean isEnd(Source sample, int at) {
        int i = at;
        while (i < sample.to() && (isBlank(sample.bytes()[i]) || sample.bytes()[i] == '\n')) {
            i++;
        }
        return i == sample.to() || isAt(sample, i, LIST);
    }

    /// Where the last property list begins, at the start of a line; the end when there is none.
    private static int list(Source sample, int start) {
        int stop = Math.max(start, sample.to() - TAIL);
        for (int i = sample.to() - LIST.length; i > stop; i--) {
            if (sample.bytes()[i - 1] == '\n' && isAt(sample, i, LIST) && isList(sample, i)) {
                return i;
            }
        }
        return sample.to();
    }

    private static boolean isList(Source sample, int at) {
        int stop = Math.min(sample.to(), at + LIST_HEAD);
        for (int i = at; i < stop; i++) {
            if (isAt(sample, i, ROOT)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(Source sample, int at, byte[] text) {
        if (at + text.length > sample.to()) {
            return false;
        }
        for (int i = 0; i < text.length; i++) {
            if (sample.bytes()[at + i] != text[i]) {
                return false;
            }
        }
        return true;
    }
}
