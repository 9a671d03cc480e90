package gyotaku.parse.mime;

import gyotaku.model.Defect.Kind;
import gyotaku.model.Limits;
import gyotaku.model.Text;
import gyotaku.model.mail.Source;
import java.util.ArrayList;
import java.util.List;

/// Finds the fields of one header block (RFC 5322 section 2.2, obsolete forms of 4.5 allowed), from its first byte to
/// the empty line, to a boundary line, or to the first line that can only be body.
final class FieldReader {

    /// Tells a boundary line of an enclosing multipart.
    interface Boundaries {
        boolean at(int lineStart, int textEnd);
    }

    /// Against a field name as long as the message.
    private static final int LONGEST_NAME = 1_000;

    private final Source source;
    private final byte[] bytes;
    private final Lines lines;
    private final Limits limits;
    private final Notes notes;
    private final List<RawField> fields = new ArrayList<>();
    private int total;
    private boolean doubtful;

    private FieldReader(Source source, Lines lines, Limits limits, Notes notes) {
        this.source = source;
        this.bytes = source.bytes();
        this.lines = lines;
        this.limits = limits;
        this.notes = notes;
    }

    static HeaderBlock read(Source source, Lines lines, int start, Boundaries boundaries, Limits limits, Notes notes) {
        return new FieldReader(source, lines, limits, notes).read(start, boundaries);
    }

    private HeaderBlock read(int start, Boundaries boundaries) {
        int at = start;
        while (at < source.to()) {
            int next = next(at);
            int end = lines.textEnd(at, next);
            if (end == at) {
                return new HeaderBlock(fields, start, at, next, doubtful);
            }
            if (bytes[at] == '-' && boundaries.at(at, end)) {
                return new HeaderBlock(fields, start, at, at, doubtful);
            }
            int nameEnd = fieldName(at, end);
            if (nameEnd < 0 && isUnfoldedParameter(at, end)) {
                at = stray(at, end, next);
                extend(end);
            } else if (nameEnd < 0) {
                if (isBody(at, end, next)) {
                    notes.defect(Kind.HEADER_WITHOUT_END, source, at, end);
                    return new HeaderBlock(fields, start, at, at, true);
                }
                at = stray(at, end, next);
            } else {
                at = field(at, nameEnd);
            }
        }
        notes.defect(Kind.HEADER_WITHOUT_END, source, source.to(), source.to());
        return new HeaderBlock(fields, start, source.to(), source.to(), doubtful);
    }

    /// The end of the field name of a line, or -1 when it has none. Blanks before the colon are an obsolete form.
    private int fieldName(int at, int end) {
        int bound = Math.min(end, at + LONGEST_NAME);
        int i = at;
        while (i < bound && bytes[i] > ' ' && bytes[i] != ':' && bytes[i] != 127) {
            i++;
        }
        int nameEnd = i;
        while (i < end && (bytes[i] == ' ' || bytes[i] == '\t')) {
            i++;
        }
        return nameEnd > at && i < end && bytes[i] == ':' ? nameEnd : -1;
    }

    /// A parameter that lost the blank in front of it, below a field that ends in `;`.
    private boolean isUnfoldedParameter(int at, int end) {
        if (fields.isEmpty() || bytes[fields.getLast().end() - 1] != ';') {
            return false;
        }
        int i = at;
        while (i < end && bytes[i] > ' ' && bytes[i] != '=') {
            i++;
        }
        return i > at && i < end && bytes[i] == '=';
    }

    private void extend(int end) {
        RawField last = fields.removeLast();
        int kept = Math.min(end, last.start() + limits.headerBytes());
        total += kept - last.end();
        fields.add(new RawField(last.start(), last.nameEnd(), last.bodyStart(), kept));
    }

    /// A line without a field name is body when no field or folded line follows it.
    private boolean isBody(int at, int end, int next) {
        if (isBlank(bytes[at]) || isMboxLine(at, end)) {
            return false;
        }
        int followingEnd = lines.textEnd(next, next(next));
        return followingEnd == next && fields.isEmpty()
                || followingEnd > next && fieldName(next, followingEnd) < 0
                || next >= source.to();
    }

    private int stray(int at, int end, int next) {
        boolean mbox = isMboxLine(at, end);
        doubtful |= !mbox;
        notes.defect(mbox ? Kind.MBOX_FROM_LINE : Kind.NOT_A_HEADER_LINE, source, at, end);
        return next;
    }

    private boolean isMboxLine(int at, int end) {
        int from = bytes[at] == '>' ? at + 1 : at;
        return end - from > 5
                && bytes[from] == 'F'
                && bytes[from + 1] == 'r'
                && bytes[from + 2] == 'o'
                && bytes[from + 3] == 'm'
                && bytes[from + 4] == ' ';
    }

    /// Reads a field with its folded lines; the start of what follows it.
    private int field(int start, int nameEnd) {
        int next = next(start);
        int end = lines.textEnd(start, next);
        while (next < source.to() && isBlank(bytes[next])) {
            int after = next(next);
            int textEnd = lines.textEnd(next, after);
            end = textEnd > next ? textEnd : end;
            doubtful |= LooseHeader.isMimeField(bytes, next, textEnd);
            next = after;
        }
        keep(start, nameEnd, end);
        return next;
    }

    /// As [Lines#next], but a CR alone ends a line also when another field follows it.
    private int next(int start) {
        if (lines.crEndsLine()) {
            return lines.next(start);
        }
        for (int i = start; i < source.to(); i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
            if (bytes[i] == '\r' && i > start && fieldName(i + 1, source.to()) > 0) {
                notes.defect(Kind.BARE_CR, source, i, i + 1);
                return i + 1;
            }
        }
        return source.to();
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private void keep(int start, int nameEnd, int end) {
        int colon = nameEnd;
        while (bytes[colon] != ':') {
            colon++;
        }
        if (fields.size() >= limits.headers()) {
            notes.truncated("headers", limits.headers(), Text.of("以降のヘッダー行", "the header fields after these"));
        } else if (total >= limits.headerTotalBytes()) {
            notes.truncated(
                    "headerTotalBytes",
                    limits.headerTotalBytes(),
                    Text.of("以降のヘッダー行", "the header fields after these"));
        } else {
            int kept = Math.min(end, start + limits.headerBytes());
            if (kept < end) {
                notes.truncated(
                        "headerBytes", limits.headerBytes(), Text.of("長いヘッダー行の残り", "the rest of a long header field"));
            }
            total += kept - start;
            fields.add(new RawField(start, nameEnd, Math.min(colon + 1, kept), kept));
        }
    }
}
