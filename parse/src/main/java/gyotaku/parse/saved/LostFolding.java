package gyotaku.parse.saved;

import gyotaku.model.Defect.Kind;
import gyotaku.model.mail.Source;
import gyotaku.parse.header.UsualFields;
import gyotaku.parse.mime.Notes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// A header whose folded lines lost the blank in front of them, or whose values were broken over lines, when it was
/// copied from a page. They are joined again by blanks in place of the line ends, so every byte keeps its place.
///
/// Only where the header would be broken otherwise: a line without a field name stands below a field that servers write
/// over several lines, and fields of mail follow. One stray line elsewhere is no reason.
final class LostFolding implements Wrapping {

    /// Against a sample that is one header: as many lines as the reader of fields takes in, a few for each.
    private static final int MOST_LINES = 20_000;

    private static final Set<String> LONG = Set.of(
            "received",
            "x-received",
            "received-spf",
            "authentication-results",
            "dkim-signature",
            "x-google-dkim-signature",
            "arc-seal",
            "arc-message-signature",
            "arc-authentication-results");

    @Override
    public Source unwrap(Source sample, Notes notes) {
        List<Line> lost = lost(sample);
        if (lost.isEmpty()) {
            return sample;
        }
        notes.defect(
                Kind.LOST_FOLDING,
                sample,
                lost.getFirst().start(),
                lost.getFirst().end());
        byte[] joined = sample.bytes().clone();
        for (Line line : lost) {
            int end = line.start() - 1;
            while (end > sample.from() && joined[end - 1] == '\r') {
                end--;
            }
            Arrays.fill(joined, end, line.start(), (byte) ' ');
        }
        return new Source(joined, sample.from(), sample.to(), sample.encodedIn(), sample.rebuilt());
    }

    /// The lines that belong to the field above them: those with a usual field below them and, where one of these
    /// stands in a long field, also those under the last field.
    private static List<Line> lost(Source sample) {
        List<Line> lost = new ArrayList<>();
        List<Line> open = new ArrayList<>();
        boolean broken = false;
        String field = "";
        Line line = Line.at(sample, sample.from());
        for (int i = 0; i < MOST_LINES && isOfHeader(line) && !line.isLast(); i++) {
            String name = line.fieldName();
            if (UsualFields.have(name)) {
                broken |= !open.isEmpty() && LONG.contains(field);
                lost.addAll(open);
                open.clear();
            }
            if (!name.isEmpty()) {
                field = name;
            } else if (isStray(line) && !field.isEmpty()) {
                open.add(line);
            }
            line = line.below();
        }
        if (line.end() == line.start()) {
            lost.addAll(open);
        }
        return broken ? lost : List.of();
    }

    /// Up to the empty line, or to a line that begins a part (RFC 2046 section 5.1.1).
    private static boolean isOfHeader(Line line) {
        return line.end() > line.start() && !line.startsWith("--");
    }

    private static boolean isStray(Line line) {
        return line.fieldName().isEmpty()
                && line.indent() == 0
                && !line.startsWith("From ")
                && !line.startsWith(">From ");
    }
}
