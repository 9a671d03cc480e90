package gyotaku.analyse.detect.content;

/// Whether a text is Japanese.
final class Japanese {

    /// Fewer kana could be a quotation.
    private static final int ENOUGH_KANA = 20;

    private Japanese() {}

    static boolean isWrittenIn(String text) {
        int kana = 0;
        for (int i = 0; i < text.length() && kana < ENOUGH_KANA; i++) {
            char c = text.charAt(i);
            kana += c >= 0x3041 && c <= 0x30FA ? 1 : 0;
        }
        return kana >= ENOUGH_KANA;
    }

    static boolean isKanaOrKanji(char c) {
        return c >= 0x3041 && c <= 0x30FE || c >= 0x4E00 && c <= 0x9FFF;
    }
}
