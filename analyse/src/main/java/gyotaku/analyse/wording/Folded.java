package gyotaku.analyse.wording;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/// A text in the form in which words are compared: NFKC, lower case, without invisible characters and accents of Latin
/// letters; white space is one
/// space, none beside kana, kanji and full-width signs; an empty line is one line break. Each character knows where in
/// the original it came from.
public final class Folded {

    public static final Folded EMPTY = of("");

    private final String original;
    private final String text;
    private final int[] origins;

    private Folded(String original, String text, int[] origins) {
        this.original = original;
        this.text = text;
        this.origins = origins;
    }

    public static Folded of(String original) {
        return new Folding(original).run();
    }

    /// The same, with letters that only look like others read as those; quoted are those that were written.
    static Folded meant(String original) {
        String meant = Confusables.unmixed(original);
        Folded folded = of(meant);
        return meant.equals(original) ? folded : new Folded(original, folded.text, folded.origins);
    }

    public String text() {
        return text;
    }

    public String original() {
        return original;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /// The original around a place of the folded text, at most `around` characters on each side.
    public String excerpt(int start, int end, int around) {
        int from = Math.max(0, origin(start) - around);
        int to = Math.min(original.length(), origin(Math.max(start, end - 1)) + 1 + around);
        from += from > 0 && from < original.length() && Character.isLowSurrogate(original.charAt(from)) ? 1 : 0;
        to -= to < original.length() && to > from && Character.isHighSurrogate(original.charAt(to - 1)) ? 1 : 0;
        return original.substring(from, Math.max(from, to)).strip();
    }

    /// Where in the original a character of the folded text came from.
    public int origin(int folded) {
        return folded < origins.length ? origins[folded] : original.length();
    }

    /// Whether a letter or digit of an alphabet stands at that place, so that a word could go on there.
    public boolean wordGoesOn(int index) {
        return index >= 0 && index < text.length() && isWordLetter(text.charAt(index));
    }

    static boolean isWordLetter(char c) {
        return c < 128 ? Character.isLetterOrDigit(c) : c < 0x2E80 && Character.isLetter(c);
    }

    /// Kana, kanji, Hangul and their signs, between which a line break means nothing.
    static boolean isEastAsian(int c) {
        return c >= 0x2E80 && c <= 0xD7FF || c >= 0xF900 && c <= 0xFAFF || c >= 0xFE30 && c <= 0xFFEF || c >= 0x20000;
    }

    private static final class Folding {

        private final String in;
        private final StringBuilder out;
        private int[] origins;
        private int breaks;
        private boolean space;

        Folding(String in) {
            this.in = in;
            this.out = new StringBuilder(in.length());
            this.origins = new int[in.length() + 8];
        }

        Folded run() {
            int i = 0;
            while (i < in.length()) {
                int c = in.codePointAt(i);
                if (c == '\n') {
                    breaks++;
                    space = true;
                } else if (isSpace(c)) {
                    space = true;
                } else if (!isInvisible(c)) {
                    put(c, i);
                }
                i += Character.charCount(c);
            }
            return new Folded(in, out.toString(), Arrays.copyOf(origins, out.length()));
        }

        private void put(int c, int from) {
            if (space && !out.isEmpty()) {
                gap(c, from);
            }
            space = false;
            breaks = 0;
            if (c < 128) {
                append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c), from);
            } else if (isStable(c)) {
                append((char) c, from);
            } else {
                appendAll(normal(c), from);
            }
        }

        private void gap(int next, int from) {
            if (breaks > 1) {
                append('\n', from);
            } else if (!isEastAsian(next) && !isEastAsian(out.charAt(out.length() - 1))) {
                append(' ', from);
            }
        }

        /// Half-width kana carry their voicing in a second character, which joins the one before.
        private String normal(int c) {
            if ((c == 0xFF9E || c == 0x3099) && !out.isEmpty()) {
                return voiced("\u3099");
            }
            if ((c == 0xFF9F || c == 0x309A) && !out.isEmpty()) {
                return voiced("\u309A");
            }
            String letters = Character.toString(c);
            return hasAccent(c)
                    ? Normalizer.normalize(letters, Normalizer.Form.NFKD)
                            .replaceAll("\\p{M}", "")
                            .toLowerCase(Locale.ROOT)
                    : Normalizer.normalize(letters, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        }

        private String voiced(String mark) {
            int last = out.length() - 1;
            String joined = Normalizer.normalize(out.charAt(last) + mark, Normalizer.Form.NFC);
            if (joined.length() == 1) {
                out.setLength(last);
            }
            return joined.length() == 1 ? joined : "";
        }

        private void appendAll(String text, int from) {
            for (int i = 0; i < text.length(); i++) {
                append(text.charAt(i), from);
            }
        }

        private void append(char c, int from) {
            if (out.length() == origins.length) {
                origins = Arrays.copyOf(origins, origins.length * 2);
            }
            origins[out.length()] = from;
            out.append(c);
        }

        /// Latin letters with marks; they are compared without, since senders leave them out or put them in as they
        /// like.
        private static boolean hasAccent(int c) {
            return c >= 0xC0 && c <= 0x24F || c >= 0x1E00 && c <= 0x1EFF;
        }

        /// Hiragana, katakana and unified ideographs, which NFKC leaves alone.
        private static boolean isStable(int c) {
            return c >= 0x3041 && c <= 0x3096 || c >= 0x30A1 && c <= 0x30FE || c >= 0x4E00 && c <= 0x9FFF;
        }

        private static boolean isSpace(int c) {
            return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || c == 0x3000 || Character.isWhitespace(c);
        }

        private static boolean isInvisible(int c) {
            return c < 32
                    || c >= 127 && Character.getType(c) == Character.FORMAT
                    || Character.getType(c) == Character.CONTROL
                    || c == 0x034F
                    || c >= 0x0334 && c <= 0x0338
                    || c == 0x115F
                    || c == 0x1160
                    || c == 0x3164
                    || c == 0xFFA0
                    || c >= 0xFE00 && c <= 0xFE0F
                    || c >= 0xE0100 && c <= 0xE01EF;
        }
    }
}
