package gyotaku.parse.link;

import java.util.Arrays;

/// Lays text out as lines, as a reader sees it, and remembers where in the source each character stands.
final class Layout {

    private static final char IN_ANCHOR = '\0';

    private final StringBuilder visible = new StringBuilder();
    private final StringBuilder loose = new StringBuilder();
    private int[] sources = new int[1_024];
    private int room;
    private boolean space;
    private int breaks;
    private boolean afterBullet;

    Layout(int mostBytes) {
        this.room = mostBytes;
    }

    String visible() {
        return visible.toString();
    }

    /// The visible text with everything inside anchors blotted out, of the same length.
    String outsideAnchors() {
        return loose.toString();
    }

    int length() {
        return visible.length();
    }

    String since(int start) {
        return visible.substring(Math.min(start, visible.length()));
    }

    int source(int index) {
        return sources[index];
    }

    void line() {
        breaks = afterBullet ? breaks : Math.max(breaks, 1);
    }

    /// The mark of a list item; what follows stands on its line, even a block.
    void bullet(int source, boolean inAnchor) {
        put('•', source, inAnchor, false);
        space = true;
        afterBullet = true;
    }

    void endItem() {
        afterBullet = false;
        line();
    }

    void breakLine() {
        breaks = Math.min(breaks + 1, 2);
    }

    void gap() {
        space = true;
    }

    void put(CharSequence text, int source, boolean inAnchor) {
        for (int i = 0; i < text.length(); i++) {
            put(text.charAt(i), source, inAnchor, false);
        }
    }

    void put(char c, int source, boolean inAnchor, boolean preformatted) {
        if (preformatted && c == '\n') {
            breakLine();
        } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u00a0') {
            space = true;
        } else {
            separate(source, inAnchor);
            append(c, source, inAnchor);
        }
    }

    private void separate(int source, boolean inAnchor) {
        if (!visible.isEmpty()) {
            for (int i = 0; i < breaks; i++) {
                append('\n', source, inAnchor);
            }
            if (space && breaks == 0) {
                append(' ', source, inAnchor);
            }
        }
        breaks = 0;
        space = false;
        afterBullet = false;
    }

    private void append(char c, int source, boolean inAnchor) {
        room -= c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        if (room < 0) {
            return;
        }
        if (visible.length() == sources.length) {
            sources = Arrays.copyOf(sources, sources.length * 2);
        }
        sources[visible.length()] = source;
        visible.append(c);
        loose.append(inAnchor ? IN_ANCHOR : c);
    }
}
