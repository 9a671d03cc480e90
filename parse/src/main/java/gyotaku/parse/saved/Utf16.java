package gyotaku.parse.saved;

import gyotaku.model.Defect.Kind;
import gyotaku.model.mail.Source;
import gyotaku.parse.mime.Notes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/// A message that an editor saved as UTF-16, with or without a byte order mark. It is read as UTF-8; each span in it is
/// then the whole sample, since no byte of it stands there as it was sent.
final class Utf16 implements Wrapping {

    /// That many ASCII characters in a row, each with a zero byte on the same side, tell UTF-16 without a mark.
    private static final int SURE = 8;

    private static final int MARK = 2;

    @Override
    public Source unwrap(Source sample, Notes notes) {
        if (isMarked(sample, 0xff, 0xfe)) {
            return decoded(sample, MARK, ByteOrder.LITTLE_ENDIAN, notes);
        }
        if (isMarked(sample, 0xfe, 0xff)) {
            return decoded(sample, MARK, ByteOrder.BIG_ENDIAN, notes);
        }
        if (isAscii(sample, 0)) {
            return decoded(sample, 0, ByteOrder.LITTLE_ENDIAN, notes);
        }
        return isAscii(sample, 1) ? decoded(sample, 0, ByteOrder.BIG_ENDIAN, notes) : sample;
    }

    private static boolean isMarked(Source sample, int first, int second) {
        int at = sample.from();
        return sample.to() - at >= MARK
                && (sample.bytes()[at] & 0xff) == first
                && (sample.bytes()[at + 1] & 0xff) == second;
    }

    /// Whether the sample begins with ASCII characters at that byte of each pair and zero at the other.
    private static boolean isAscii(Source sample, int character) {
        if (sample.to() - sample.from() < 2 * SURE) {
            return false;
        }
        for (int at = sample.from(); at < sample.from() + 2 * SURE; at += 2) {
            byte ascii = sample.bytes()[at + character];
            boolean text = ascii >= ' ' || ascii == '\r' || ascii == '\n' || ascii == '\t';
            if (!text || sample.bytes()[at + 1 - character] != 0) {
                return false;
            }
        }
        return true;
    }

    private static Source decoded(Source sample, int mark, ByteOrder order, Notes notes) {
        notes.defect(Kind.UTF_16, sample, sample.from(), Math.min(sample.to(), sample.from() + 2 * SURE));
        int start = sample.from() + mark;
        CharBuffer units = ByteBuffer.wrap(sample.bytes(), start, sample.to() - start)
                .slice()
                .order(order)
                .asCharBuffer();
        boolean half = (sample.to() - start) % 2 == 1;
        byte[] text = (wellFormed(units) + (half ? "\ufffd" : "")).getBytes(StandardCharsets.UTF_8);
        return Source.decoded(text, sample.span(sample.from(), sample.to()));
    }

    /// Each surrogate without its other half is replaced; decoders of Java swallow what stands behind it.
    private static StringBuilder wellFormed(CharBuffer units) {
        StringBuilder text = new StringBuilder(units.length());
        for (int i = 0; i < units.length(); i++) {
            char unit = units.charAt(i);
            if (!Character.isSurrogate(unit)) {
                text.append(unit);
            } else if (i + 1 < units.length() && Character.isSurrogatePair(unit, units.charAt(i + 1))) {
                text.append(unit).append(units.charAt(++i));
            } else {
                text.append('\ufffd');
            }
        }
        return text;
    }
}
