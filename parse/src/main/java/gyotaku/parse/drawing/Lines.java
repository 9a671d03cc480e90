package gyotaku.parse.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// The text of an HTML page as it is laid out, with the blanks that a browser keeps, and its tables: what is drawn by
/// either.
public final class Lines {

    private static final int MOST_TABLES = 4;

    private final StringBuilder lines = new StringBuilder();
    private final List<Drawing> tables = new ArrayList<>();
    private final List<TableDrawing> open = new ArrayList<>();
    private final int most;

    /// @param most characters that are kept
    public Lines(int most) {
        this.most = most;
    }

    /// @param preformatted whether all blanks count
    public void text(String text, boolean preformatted) {
        for (int i = 0; i < text.length() && lines.length() < most; i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
            if (preformatted || !blank) {
                lines.append(c);
            } else if (!isAtStart() && lines.charAt(lines.length() - 1) != ' ') {
                lines.append(' ');
            }
        }
    }

    /// What follows stands on a line of its own.
    public void line() {
        if (!isAtStart()) {
            breakLine();
        }
    }

    public void breakLine() {
        lines.append('\n');
    }

    private boolean isAtStart() {
        return lines.isEmpty() || lines.charAt(lines.length() - 1) == '\n';
    }

    public void openTable() {
        open.add(new TableDrawing());
    }

    public void row(int high) {
        if (!open.isEmpty()) {
            open.getLast().row(high);
        }
    }

    public void cell(int wide, int tall, OptionalInt ground) {
        if (!open.isEmpty()) {
            open.getLast().cell(wide, tall, ground);
        }
    }

    public void closeTable() {
        if (!open.isEmpty()) {
            open.removeLast().drawing().filter(_ -> tables.size() < MOST_TABLES).ifPresent(tables::add);
        }
    }

    /// All that was drawn, tables first.
    public List<Drawing> drawings() {
        List<Drawing> all = new ArrayList<>(tables);
        all.addAll(TextDrawings.in(lines.toString()));
        return List.copyOf(all);
    }
}
