package gyotaku.parse.link;

import java.text.Normalizer;

/// Characters that stand for ASCII ones, and those that end a URL in running text.
final class Folding {

    private Folding() {}

    /// Full-width and other compatibility forms of single ASCII characters as these, and the dots of UTS 46 as `.`.
    /// The length stays the same.
    static String fold(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            out.append(fold(text.charAt(i)));
        }
        return out.toString();
    }

    private static char fold(char c) {
        if (c < 0x2000) {
            return c;
        }
        if (c >= 0xff01 && c <= 0xff5e) {
            return (char) (c - 0xfee0);
        }
        if (c == '。' || c == '｡') {
            return '.';
        }
        if (c >= 0x2460 && c <= 0x24ff || c >= 0x2100 && c <= 0x214f) {
            String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
            return plain.length() == 1 ? plain.charAt(0) : c;
        }
        return c;
    }

    /// Quotation marks, arrows, boxes, stars and the like that follow a URL without being part of it.
    static boolean endsUrl(char c) {
        return c >= 0x2010 && c <= 0x206f
                || c >= 0x2190 && c <= 0x21ff
                || c >= 0x2500 && c <= 0x2609
                || c == '«'
                || c == '»'
                || c <= 0xa0;
    }

    /// Kana, Han, Hangul, their punctuation and their full and half width forms.
    static boolean isEastAsian(char c) {
        return c >= 0x2e80 && c <= 0x9fff
                || c >= 0xac00 && c <= 0xd7af
                || c >= 0xf900 && c <= 0xfaff
                || c >= 0xfe30 && c <= 0xfe4f
                || c >= 0xff01 && c <= 0xffef
                || c >= 0x1100 && c <= 0x11ff;
    }
}
