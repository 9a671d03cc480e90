package gyotaku.parse.drawing;

import java.util.List;
import java.util.function.IntPredicate;

/// Which quarters of which letters are dark. A letter is two points wide and four high.
///
/// @param letter that is ink, besides the block elements; -1 when none is
record Ink(int letter) {

    /// Letters that stand for nothing when another one stands beside them.
    private static final String FAINT = ".,:;'`-_~0oO░□◻⬜☐　";

    /// Unicode 2596–259F, by the quarters upper left (1), upper right (2), lower left (4), lower right (8).
    private static final int[] QUARTERS = {4, 8, 1, 13, 9, 7, 11, 2, 6, 14};

    private static final int[][] BRAILLE = {{0, 1, 2, 6}, {3, 4, 5, 7}};

    static Ink of(List<String> lines) {
        IntPredicate letter = c -> !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && c != 0xfe0f
                && c != 0xfe0e
                && c != 0x200b
                && !isBlock(c);
        List<Integer> others = lines.stream()
                .flatMapToInt(String::codePoints)
                .filter(letter)
                .distinct()
                .limit(3)
                .boxed()
                .toList();
        return new Ink(others.stream()
                .filter(c -> FAINT.indexOf(c) < 0)
                .findFirst()
                .or(() -> others.stream()
                        .findFirst()
                        .filter(_ ->
                                lines.stream().flatMapToInt(String::codePoints).noneMatch(Ink::isBlock)))
                .orElse(-1));
    }

    private static boolean isBlock(int c) {
        return c >= 0x2580 && c <= 0x259f && c != 0x2591 || c >= 0x2800 && c <= 0x28ff;
    }

    /// @param x 0 or 1
    /// @param y 0 to 3 from the top
    boolean isDark(int c, int x, int y) {
        if (c == letter) {
            return true;
        }
        if (c >= 0x2800 && c <= 0x28ff) {
            return (c >> BRAILLE[x][y] & 1) == 1;
        }
        if (c >= 0x2596 && c <= 0x259f) {
            return (QUARTERS[c - 0x2596] >> (x + (y < 2 ? 0 : 2)) & 1) == 1;
        }
        return switch (c) {
            case '▀' -> y < 2;
            case '▄', '▃', '▅' -> y >= 2;
            case '▌', '▍', '▋' -> x == 0;
            case '▐' -> x == 1;
            case '█', '▇', '▉', '▊', '▓', '▒' -> true;
            default -> false;
        };
    }
}
