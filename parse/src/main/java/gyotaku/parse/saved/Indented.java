package gyotaku.parse.saved;

import gyotaku.model.Defect.Kind;
import gyotaku.model.mail.Source;
import gyotaku.parse.mime.Notes;
import java.io.ByteArrayOutputStream;

/// A message each of whose lines was moved to the right, as a quotation or by the page that it was copied from. Each
/// span in it is then the whole sample.
final class Indented implements Wrapping {

    @Override
    public Source unwrap(Source sample, Notes notes) {
        Line first = Line.at(sample, sample.from());
        while (first.isBlank() && !first.isLast()) {
            first = first.below();
        }
        int indent = first.indent();
        if (indent == 0 || first.fieldName(indent).isEmpty() || !isOfAll(first, indent)) {
            return sample;
        }
        notes.defect(Kind.PASTED_TEXT, sample, first.start(), first.end());
        return Source.decoded(moved(first, indent), sample.span(sample.from(), sample.to()));
    }

    /// Whether the header has more lines than the first, all moved as far, and one that is a field of its own: folded
    /// lines alone are moved for another reason.
    private static boolean isOfAll(Line first, int indent) {
        boolean fields = false;
        Line line = first;
        while (!line.isLast()) {
            line = line.below();
            if (line.isBlank()) {
                return fields;
            }
            if (line.indent() < indent) {
                return false;
            }
            fields |= !line.fieldName(indent).isEmpty();
        }
        return fields;
    }

    private static byte[] moved(Line first, int indent) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(first.source().to() - first.start());
        for (Line line = first; ; line = line.below()) {
            int from = line.start() + Math.min(indent, line.indent());
            out.write(line.source().bytes(), from, line.next() - from);
            if (line.isLast()) {
                return out.toByteArray();
            }
        }
    }
}
