package gyotaku.analyse.wording;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;
import java.util.function.IntPredicate;

/// Letters that look like Latin ones, and kanji that look like katakana, replaced by what they imitate, one character
/// by one, so that places in the text stay the same. Ordinary kana and kanji are left alone.
public final class Confusables {

    private static final String KANJI = "工口力卜八夕一二乜才木千";
    private static final String KATAKANA = "エロカトハターニセオホチ";

    private Confusables() {}

    /// Loaded at the first odd letter only: most mails have none.
    private static final class Checker {
        static final SpoofChecker ICU =
                new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
    }

    /// The same text as its imitator wants it to be read; the very same string when nothing imitates.
    public static String unmasked(String text) {
        return read(text, false);
    }

    /// The same, with words of Greek or Cyrillic letters alone left as they are: they may be of that language.
    static String unmixed(String text) {
        return read(text, true);
    }

    private static String read(String text, boolean mixedOnly) {
        StringBuilder out = null;
        int i = 0;
        while (i < text.length()) {
            boolean east = isKanaLike(text.charAt(i));
            int end = east ? end(text, i, Confusables::isKanaLike) : end(text, i, Confusables::isLatinLike);
            boolean read = east || !mixedOnly || hasAscii(text, i, end);
            for (int at = i; read && at < end; at++) {
                char meant = east ? katakana(text, at, i, end) : latin(text.charAt(at));
                if (meant != text.charAt(at)) {
                    out = out == null ? new StringBuilder(text) : out;
                    out.setCharAt(at, meant);
                }
            }
            i = Math.max(end, i + 1);
        }
        return out == null ? text : out.toString();
    }

    private static int end(String text, int start, IntPredicate within) {
        int end = start;
        while (end < text.length() && within.test(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean hasAscii(String text, int from, int to) {
        return text.substring(from, to).chars().anyMatch(c -> c < 0x80);
    }

    private static boolean isLatinLike(int c) {
        return c < 0x2E80 && Character.isLetter(c);
    }

    private static boolean isKanaLike(int c) {
        return isKatakana(c) || KANJI.indexOf(c) >= 0;
    }

    /// In a run of katakana and of kanji that look like some; those at its ends may belong to a word of kanji beside
    /// it,
    /// as in `人口グラフ`.
    private static char katakana(String text, int at, int start, int end) {
        int kanji = KANJI.indexOf(text.charAt(at));
        boolean after = hasKana(text, start, at);
        boolean before = hasKana(text, at + 1, end);
        boolean free = (after || !isIdeograph(text, start - 1)) && (before || !isIdeograph(text, end));
        return kanji >= 0 && free && (after || before) ? KATAKANA.charAt(kanji) : text.charAt(at);
    }

    private static boolean hasKana(String text, int from, int to) {
        return text.substring(from, to).chars().anyMatch(Confusables::isKatakana);
    }

    private static boolean isIdeograph(String text, int i) {
        return i >= 0 && i < text.length() && Character.isIdeographic(text.charAt(i));
    }

    private static boolean isKatakana(int c) {
        return c >= 0x30A1 && c <= 0x30FA || c == 'ー';
    }

    private static char latin(char c) {
        if (c < 0x80) {
            return c;
        }
        String bare = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        if (bare.charAt(0) < 0x80) {
            return bare.charAt(0);
        }
        String skeleton = Checker.ICU.getSkeleton(Character.toString(c));
        return skeleton.length() == 1 && skeleton.charAt(0) < 0x80 ? skeleton.charAt(0) : c;
    }

    /// Latin letters and digits that pass for others in host names: `rn` for `m`, `vv` for `w`, `1` for `l`, `0` for
    /// `o`.
    public static String unmaskedLabel(String label) {
        return label.replace("rn", "m")
                .replace("vv", "w")
                .replace('1', 'l')
                .replace('0', 'o')
                .replace('5', 's')
                .replace('3', 'e');
    }
}
