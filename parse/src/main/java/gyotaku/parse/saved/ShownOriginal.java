package gyotaku.parse.saved;

import gyotaku.model.Defect.Kind;
import gyotaku.model.mail.Source;
import gyotaku.parse.header.UsualFields;
import gyotaku.parse.mime.Notes;
import java.util.List;
import java.util.Set;

/// What a web mailer puts above the source of a message, copied with it: the table of Gmail's "Show original"
/// (Message ID, Created at, From, SPF …, the words of its buttons), titles as those of Outlook.com and Yahoo! JAPAN, or
/// a sentence of the person who pasted it.
final class ShownOriginal implements Wrapping {

    /// So many lines may stand above the source; a longer text is one that only tells of a mail.
    private static final int MOST_LINES = 40;

    private static final int USUAL_FIELDS = 3;
    private static final int ROWS_OF_A_TABLE = 3;

    /// What Gmail's table has and no header: the name of the row with a tab behind it, or its colon alone.
    private static final List<String> ROWS = List.of(
            "Message ID\t",
            "Message ID:",
            "Created at:",
            "Created on:",
            "SPF:",
            "DKIM:",
            "DMARC:",
            "メッセージ ID",
            "メッセージID",
            "作成日",
            "作成時間",
            "件名:",
            "差出人:");

    /// Fields at the top of a message that came by mail: only servers write them.
    private static final Set<String> TOP = Set.of(
            "received",
            "x-received",
            "return-path",
            "delivered-to",
            "x-original-to",
            "envelope-to",
            "x-apparently-to",
            "authentication-results",
            "dkim-signature",
            "arc-seal");

    @Override
    public Source unwrap(Source sample, Notes notes) {
        Line line = Line.at(sample, sample.from());
        if (!isAbove(line)) {
            return sample;
        }
        for (int i = 0; i < MOST_LINES && !line.isLast(); i++) {
            line = line.below();
            if (TOP.contains(line.fieldName()) && isHeader(line)) {
                notes.defect(Kind.PASTED_TEXT, sample, sample.from(), line.start());
                return sample.part(line.start(), sample.to());
            }
        }
        return sample;
    }

    /// Whether the sample begins with lines that are no header, or with rows of the table.
    private static boolean isAbove(Line top) {
        Line line = top;
        while (line.isBlank() && !line.isLast()) {
            line = line.below();
        }
        boolean mbox = line.startsWith("From ") || line.startsWith(">From ");
        boolean markup = line.startsWith("<");
        return !mbox && !markup && line.indent() == 0 && (line.fieldName().isEmpty() || isTable(line));
    }

    private static boolean isTable(Line top) {
        int rows = 0;
        for (Line line = top; !line.isBlank(); line = line.below()) {
            String text = line.text();
            rows += ROWS.stream().anyMatch(text::startsWith) ? 1 : 0;
            if (TOP.contains(line.fieldName()) || line.isLast()) {
                break;
            }
        }
        return rows >= ROWS_OF_A_TABLE;
    }

    /// Whether enough fields of mail stand there before the next empty line.
    private static boolean isHeader(Line top) {
        int fields = 0;
        for (Line line = top; !line.isBlank(); line = line.below()) {
            fields += UsualFields.have(line.fieldName()) ? 1 : 0;
            if (fields >= USUAL_FIELDS || line.isLast()) {
                break;
            }
        }
        return fields >= USUAL_FIELDS;
    }
}
