package gyotaku.enrich.whois;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A WHOIS text as labels with values. The forms: `Label: value`, `label......: value`, `[Label] value`,
/// `a. [Label] value`, a label alone with its value indented on the next line, `Record created on value`, and the parts
/// of a [Section].
record WhoisLines(List<Field> fields, List<String> lines) {

    /// Against texts of a million short lines.
    private static final int LINES = 2_000;

    /// Against lines of megabytes.
    private static final int LINE_CHARS = 1_024;

    /// Labels are longer than this nowhere.
    private static final int LABEL_CHARS = 60;

    private static final List<String> SENTENCES =
            List.of("record created on ", "record expires on ", "record last updated on ");

    /// @param label lower case
    record Field(String label, String value) {}

    static WhoisLines of(String text) {
        List<String> lines = text.lines()
                .limit(LINES)
                .map(line -> line.length() > LINE_CHARS ? line.substring(0, LINE_CHARS) : line)
                .toList();
        List<Field> fields = new ArrayList<>();
        Section section = Section.none();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
            section = section.at(line);
            section.field(line, field(line, next)).ifPresent(fields::add);
        }
        return new WhoisLines(fields, lines);
    }

    private static Optional<Field> field(String line, String next) {
        String text = line.strip();
        if (text.startsWith("%") || text.startsWith("#") || text.startsWith(">>>")) {
            return Optional.empty();
        }
        Optional<Field> sentence = sentence(text);
        if (sentence.isPresent()) {
            return sentence;
        }
        Optional<Field> bracketed = bracketed(text);
        return bracketed.isPresent() ? bracketed : colon(text, next);
    }

    private static Optional<Field> sentence(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return SENTENCES.stream()
                .filter(lower::startsWith)
                .map(start ->
                        new Field(start.strip(), text.substring(start.length()).strip()))
                .findFirst();
    }

    private static Optional<Field> bracketed(String text) {
        int open = text.startsWith("[") ? 0 : text.length() > 3 && text.startsWith(". [", 1) ? 3 : -1;
        int close = open < 0 ? -1 : text.indexOf(']', open);
        return close < 0
                ? Optional.empty()
                : Optional.of(new Field(
                        label(text.substring(open + 1, close)),
                        text.substring(close + 1).strip()));
    }

    private static Optional<Field> colon(String text, String next) {
        int colon = text.indexOf(':');
        if (colon <= 0) {
            return Optional.empty();
        }
        int end = colon;
        while (end > 0
                && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
            end--;
        }
        String value = text.substring(colon + 1).strip();
        boolean below = value.isEmpty() && !next.isBlank() && Character.isWhitespace(next.charAt(0));
        return end == 0 || end > LABEL_CHARS
                ? Optional.empty()
                : Optional.of(new Field(label(text.substring(0, end)), below ? next.strip() : value));
    }

    private static String label(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /// The first value that is not empty of any of the labels, in the order of the text.
    Optional<String> first(Set<String> labels) {
        return fields.stream()
                .filter(field -> labels.contains(field.label) && !field.value.isEmpty())
                .map(Field::value)
                .findFirst();
    }

    List<String> all(Set<String> labels) {
        return fields.stream()
                .filter(field -> labels.contains(field.label) && !field.value.isEmpty())
                .map(Field::value)
                .toList();
    }
}
