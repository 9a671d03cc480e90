package gyotaku.parse.charset;

/// How much a decoded text looks like something that people write: the mean of a weight for each character beyond
/// ASCII, in hundredths. Bytes read by a wrong encoding give half-width kana, rare kanji, private characters and lone
/// symbols, where the right one gives kana, punctuation and runs of letters.
final class Plausibility {

    private Plausibility() {}

    /// Signs of windows-1252 that hardly anybody writes, and that the lead bytes of Japanese text turn into.
    private static final String RARE = "‚ƒ„†‡ˆ‰‹Œ‘¤¥¦¨¬¯±²³´¶¸¹º¼½¾¡¿ª÷×";

    /// How much of a text is weighed, so that one huge part costs no more than this.
    private static final int CHARACTERS = 64 << 10;

    static int of(String text) {
        long sum = 0;
        int count = 0;
        int end = Math.min(text.length(), CHARACTERS);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c < ' ' && c != '\t' && c != '\n' && c != '\r') {
                sum += weight(c) + neighbourhood(text, i, c);
                count++;
            }
        }
        return count == 0 ? 0 : (int) (sum * 100 / count);
    }

    private static int weight(char c) {
        if (c < ' ' || c == 0xfffd || Character.getType(c) == Character.CONTROL) {
            return -10;
        }
        if (c >= 0x3041 && c <= 0x30ff) {
            return 4;
        }
        if (c >= 0x3000 && c <= 0x303f || c >= 0xff01 && c <= 0xff5e) {
            return 3;
        }
        if (c >= 0x4e00 && c <= 0x9fff) {
            return 1;
        }
        if (c >= 0x2460 && c <= 0x24ff || c >= 0x3200 && c <= 0x33ff) {
            return 2;
        }
        if (c >= 0xac00 && c <= 0xd7a3) {
            return 2;
        }
        return switch (Character.getType(c)) {
            case Character.PRIVATE_USE, Character.UNASSIGNED -> -3;
            default -> c >= 0xff61 && c <= 0xff9f ? -2 : RARE.indexOf(c) >= 0 ? -2 : Character.isLetter(c) ? 1 : 0;
        };
    }

    /// An accented letter stands beside letters of its own script, and a kanji alone in a Latin word is a quotation
    /// mark
    /// that took the letter behind it along.
    private static int neighbourhood(String text, int at, char c) {
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        if (c >= 0x3000) {
            boolean alone = before < 0x80 && after < 0x80;
            return alone && (isOfAlphabet(before) || isOfAlphabet(after)) ? -3 : 0;
        }
        if (!Character.isLetter(c)) {
            return 0;
        }
        return isOfAlphabet(before) || isOfAlphabet(after) ? 1 : -1;
    }

    private static boolean isOfAlphabet(char c) {
        return c < 0x3000 && Character.isLetter(c);
    }
}
