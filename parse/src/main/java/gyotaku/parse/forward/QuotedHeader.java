package gyotaku.parse.forward;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A row of labelled lines.
///
/// @param last index of its last line
/// @param start character of the text it begins at
/// @param end exclusive
record QuotedHeader(Map<Label, String> values, int last, int start, int end) {

    /// Against a list of recipients that has no end: so many lines may stand between two labels.
    private static final int LINES_OF_A_VALUE = 20;

    private static final int LONGEST_VALUE = 4_000;

    /// The row that begins at that line, which has a label. It ends where a label comes again, at an empty line with no
    /// label behind it, or at text that belongs to none.
    static QuotedHeader at(List<TextLine> lines, int first) {
        Map<Label, String> values = new EnumMap<>(Label.class);
        int last = first;
        int i = first;
        while (i < lines.size()) {
            Optional<Label.Said> said = Label.in(lines.get(i).text());
            if (said.isEmpty() || values.containsKey(said.get().label())) {
                break;
            }
            int next = next(lines, i + 1);
            int end = valueEnd(lines, i, next, said.get().value());
            values.put(said.get().label(), value(lines, said.get().value(), i + 1, end));
            last = end - 1;
            i = next;
        }
        return new QuotedHeader(
                values, last, lines.get(first).start(), lines.get(last).end());
    }

    /// The next line with a label, past the lines of a value or past one empty line; the number of lines when text
    /// comes first.
    private static int next(List<TextLine> lines, int from) {
        boolean parted = false;
        for (int i = from; i < Math.min(lines.size(), from + LINES_OF_A_VALUE); i++) {
            if (Label.in(lines.get(i).text()).isPresent()) {
                return i;
            }
            boolean blank = lines.get(i).isBlank();
            if (parted) {
                return lines.size();
            }
            parted = blank;
        }
        return lines.size();
    }

    /// Where the value of the label at `at` ends: before the next label; below the last label it is one line.
    private static int valueEnd(List<TextLine> lines, int at, int next, String value) {
        if (next < lines.size()) {
            return next;
        }
        boolean below =
                value.isEmpty() && at + 1 < lines.size() && !lines.get(at + 1).isBlank();
        return below ? at + 2 : at + 1;
    }

    private static String value(List<TextLine> lines, String first, int from, int end) {
        StringBuilder value = new StringBuilder(first);
        for (int i = from; i < end && value.length() < LONGEST_VALUE; i++) {
            String more = Quote.stripped(Quote.off(lines.get(i).text()));
            value.append(value.isEmpty() || more.isEmpty() ? "" : " ").append(more);
        }
        return value.substring(0, Math.min(value.length(), LONGEST_VALUE));
    }

    boolean has(Label label) {
        return values.containsKey(label);
    }

    String value(Label label) {
        return values.getOrDefault(label, "");
    }

    int labels() {
        return values.size();
    }
}
