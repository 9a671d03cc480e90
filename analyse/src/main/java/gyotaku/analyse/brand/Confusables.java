package gyotaku.analyse.brand;

import com.ibm.icu.text.SpoofChecker;
import java.text.Normalizer;

/// Letters that look like Latin ones, and kanji that look like katakana, replaced by what they imitate, one character
/// by one, so that places in the text stay the same. Ordinary kana and kanji are left alone.
final class Confusables {

    private static final String KANJI = "工口力卜八夕一二乜才木千";
    private static final String KATAKANA = "エロカトハターニセオホチ";

    private Confusables() {}

    /// Loaded at the first odd letter only: most mails have none.
    private static final class Checker {
        static final SpoofChecker ICU =
                new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
    }

    /// The same text as its imitator wants it to be read; the very same string when nothing imitates.
    static String unmasked(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char seen = text.charAt(i);
            char meant = meant(text, i);
            if (meant != seen) {
                out = out == null ? new StringBuilder(text) : out;
                out.setCharAt(i, meant);
            }
        }
        return out == null ? text : out.toString();
    }

    private static char meant(String text, int i) {
        char c = text.charAt(i);
        if (c < 0x80) {
            return c;
        }
        if (c < 0x2E80) {
            return Character.isLetter(c) ? latin(c) : c;
        }
        int at = KANJI.indexOf(c);
        return at >= 0 && betweenKatakana(text, i) ? KATAKANA.charAt(at) : c;
    }

    private static boolean betweenKatakana(String text, int i) {
        boolean before = i > 0 && isKatakana(text.charAt(i - 1));
        boolean after = i + 1 < text.length() && isKatakana(text.charAt(i + 1));
        return i == 0 || i + 1 == text.length() ? before || after : before && after || after && isEdge(text, i - 1);
    }

    /// At the start of a word the character before is no kana.
    private static boolean isEdge(String text, int i) {
        return !Character.isLetter(text.charAt(i));
    }

    private static boolean isKatakana(char c) {
        return c >= 0x30A1 && c <= 0x30FA || c == 'ー';
    }

    private static char latin(char c) {
        String bare = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
        if (bare.charAt(0) < 0x80) {
            return bare.charAt(0);
        }
        String skeleton = Checker.ICU.getSkeleton(Character.toString(c));
        return skeleton.length() == 1 && skeleton.charAt(0) < 0x80 ? skeleton.charAt(0) : c;
    }

    /// Latin letters and digits that pass for others in host names: `rn` for `m`, `vv` for `w`, `1` for `l`, `0` for
    /// `o`.
    static String unmaskedLabel(String label) {
        return label.replace("rn", "m")
                .replace("vv", "w")
                .replace('1', 'l')
                .replace('0', 'o')
                .replace('5', 's')
                .replace('3', 'e');
    }
}
