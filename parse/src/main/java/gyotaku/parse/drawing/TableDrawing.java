package gyotaku.parse.drawing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A table whose cells are the points of a drawing, while it is read.
public final class TableDrawing {

    /// Against cells that claim to be wide.
    private static final int WIDEST = 4_000;

    private static final int MOST_ROWS = 400;

    private final List<BitSet> rows = new ArrayList<>();
    private BitSet row = new BitSet();
    private int[] below = new int[WIDEST];
    private int at;
    private int height = 1;
    private int width;

    /// A row begins.
    ///
    /// @param high in pixels or any other unit, the same for all; 1 when it does not say
    public void row(int high) {
        endRow();
        height = Math.clamp(high, 1, WIDEST);
    }

    /// A cell of the row.
    ///
    /// @param wide in pixels or columns, the same for all
    /// @param tall rows that it goes down, itself among them
    /// @param ground its colour, when that is known
    public void cell(int wide, int tall, OptionalInt ground) {
        while (at < WIDEST && below[at] != 0) {
            row.set(at, below[at] > 0);
            at++;
        }
        int end = Math.clamp((long) at + Math.max(wide, 1), 0, WIDEST);
        boolean dark = ground.isPresent() && isDark(ground.getAsInt());
        row.set(at, end, dark);
        for (int i = at; i < end; i++) {
            below[i] = (dark ? 1 : -1) * Math.clamp(tall, 1, MOST_ROWS);
        }
        at = end;
    }

    private void endRow() {
        if (at == 0) {
            return;
        }
        for (int i = 0; i < WIDEST; i++) {
            row.set(i, i >= at && below[i] != 0 ? below[i] > 0 : row.get(i));
            below[i] -= Integer.signum(below[i]);
        }
        width = Math.max(width, row.length());
        for (int i = 0; i < height && rows.size() < WIDEST; i++) {
            rows.add(row);
        }
        row = new BitSet();
        at = 0;
        height = 1;
    }

    private static boolean isDark(int rgb) {
        return 54 * (rgb >> 16 & 255) + 183 * (rgb >> 8 & 255) + 19 * (rgb & 255) < 128 * 256;
    }

    /// The drawing, when it may be one.
    public Optional<Drawing> drawing() {
        endRow();
        return new Bitmap(width, rows.toArray(BitSet[]::new))
                .reduced()
                .map(bitmap -> new Drawing("table", bitmap.bmp()));
    }
}
