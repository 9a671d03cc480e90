package gyotaku.parse.drawing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds drawings made of letters: block elements (Unicode 2580–259F), Braille (2800–28FF), squares, or one letter and
/// blanks.
public final class TextDrawings {

    /// A QR code of 21 modules fills this many lines when a Braille letter holds four rows.
    private static final int FEWEST_LINES = 6;

    /// Against texts that are nothing but drawings.
    private static final int MOST = 4;

    private static final int MOST_LINES = 400;
    private static final int LONGEST_LINE = 800;

    private TextDrawings() {}

    /// @param text as it is laid out, blanks and line ends kept
    public static List<Drawing> in(String text) {
        return runs(text)
                .flatMap(run -> drawn(run).stream())
                .limit(MOST)
                .map(bitmap -> new Drawing("text", bitmap.bmp()))
                .toList();
    }

    /// Neighbouring lines that consist of the letters of a drawing.
    private static Stream<List<String>> runs(String text) {
        List<List<String>> runs = new ArrayList<>();
        List<String> run = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            boolean carriage = end > at && text.charAt(end - 1) == '\r';
            String line = text.substring(at, carriage ? end - 1 : end);
            if (isDrawn(line)) {
                run.add(line);
            } else if (!run.isEmpty()) {
                runs.add(run);
                run = new ArrayList<>();
            }
            at = end + 1;
        }
        runs.add(run);
        return runs.stream().filter(lines -> lines.size() >= FEWEST_LINES && lines.size() <= MOST_LINES);
    }

    /// Whether all letters of a line are blocks, or there are two at most, blanks aside.
    private static boolean isDrawn(String line) {
        if (line.isBlank() || line.length() > LONGEST_LINE) {
            return false;
        }
        BitSet others = new BitSet();
        line.codePoints().filter(c -> !isBlank(c) && !isBlock(c)).forEach(others::set);
        return others.cardinality() <= 2;
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xfe0f || c == 0xfe0e || c == 0x200b;
    }

    private static boolean isBlock(int c) {
        return c >= 0x2580 && c <= 0x259f || c >= 0x2800 && c <= 0x28ff;
    }

    private static Optional<Bitmap> drawn(List<String> lines) {
        Ink ink = Ink.of(lines);
        int width = 0;
        BitSet[] rows = new BitSet[lines.size() * 4];
        for (int line = 0; line < lines.size(); line++) {
            int[] letters = lines.get(line)
                    .codePoints()
                    .filter(c -> c != 0xfe0f && c != 0xfe0e && c != 0x200b)
                    .toArray();
            for (int y = 0; y < 4; y++) {
                rows[line * 4 + y] = row(letters, y, ink);
            }
            width = Math.max(width, letters.length * 2);
        }
        return new Bitmap(width, rows).reduced();
    }

    private static BitSet row(int[] letters, int y, Ink ink) {
        BitSet row = new BitSet();
        for (int i = 0; i < letters.length; i++) {
            row.set(2 * i, ink.isDark(letters[i], 0, y));
            row.set(2 * i + 1, ink.isDark(letters[i], 1, y));
        }
        return row;
    }
}
