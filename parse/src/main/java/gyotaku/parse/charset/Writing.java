package gyotaku.parse.charset;

import java.nio.charset.Charset;
import java.util.BitSet;

/// The writings beside the Japanese one that bytes without a right label are tried as, each with what people write
/// most. A text read by the wrong encoding of this family still gives valid characters, but hardly ever the few that
/// make up half of every real text; and it leaves the part of the standard that was made for the common ones.
///
/// The shares that the weights rest on: the first hundred characters are 42 % of Chinese prose (Jun Da, Modern Chinese
/// Character Frequency List, 2004), the 3,755 of level 1 of GB 2312 and the 5,401 of level 1 of Big5 nearly all of it;
/// the sixty syllables below are 64 % of the Korean translation of "Rust by Example", counted for this, and the 2,350
/// of KS X 1001 nearly all; the thirteen letters below are three quarters of Russian prose (Russian National Corpus).
enum Writing {
    SIMPLIFIED("gbk", 6, 170, 110) {
        private static final String MOST = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成"
                + "方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实请您通知账户";
        private static final BitSet LEVEL_1 = block("GB2312", 0xb0, 0xd7, 0xa1);

        @Override
        int weight(char before, char c, char after) {
            return ofHan(c, MOST, LEVEL_1);
        }
    },
    TRADITIONAL("big5", 6, 170, 110) {
        private static final String MOST = "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成"
                + "方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實請您通知帳戶";
        private static final BitSet LEVEL_1 = block("Big5", 0xa4, 0xc6, 0x40);

        @Override
        int weight(char before, char c, char after) {
            return ofHan(c, MOST, LEVEL_1);
        }
    },
    KOREAN("euc-kr", 6, 170, 110) {
        private static final String MOST = "다니이는를하에을로수가의입지합습은있해용사타서트스한리으할인기제어자시요고드터라일러구정여조레변함적되나과성도대모만문것";
        private static final BitSet HANGUL = block("EUC-KR", 0xb0, 0xc8, 0xa1);

        @Override
        int weight(char before, char c, char after) {
            if (MOST.indexOf(c) >= 0) {
                return 4;
            }
            return HANGUL.get(c) ? 1 : isPunctuation(c) ? 3 : otherwise(c, Character.isLetter(c) ? -2 : 0);
        }
    },
    KOI8("koi8-r", 12, 250, 250) {
        @Override
        int weight(char before, char c, char after) {
            return ofCyrillic(before, c, after);
        }
    },
    WINDOWS_1251("windows-1251", 12, 250, 250) {
        @Override
        int weight(char before, char c, char after) {
            return ofCyrillic(before, c, after);
        }
    };

    /// How much of a text is weighed, so that one huge part costs no more than this.
    private static final int CHARACTERS = 64 << 10;

    private static final String LETTERS = "оеаинтсрвлкмд";
    private static final String CYRILLIC_SIGNS = "ёЁ«»—–№…";

    private final Coding coding;
    private final int fewest;
    private final int real;
    private final int realAlone;

    /// @param fewest characters that tell how often a language uses which: with fewer, a text stays what it was
    /// @param real what the mean weight of a real text is above, and that of a chance reading hardly
    /// @param realAlone the same for bytes that are not valid in any Japanese encoding
    Writing(String label, int fewest, int real, int realAlone) {
        this.coding = Charsets.named(label).orElseThrow();
        this.fewest = fewest;
        this.real = real;
        this.realAlone = realAlone;
    }

    Coding coding() {
        return coding;
    }

    /// The mean weight of the characters beyond ASCII, in hundredths; the least number there is for a text that is
    /// hardly one of this writing, or too short to tell.
    ///
    /// @param alone whether the bytes are not valid in any Japanese encoding
    int plausibility(String text, boolean alone) {
        long sum = 0;
        int count = 0;
        int end = Math.min(text.length(), CHARACTERS);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                sum += weight(i > 0 ? text.charAt(i - 1) : ' ', c, i + 1 < text.length() ? text.charAt(i + 1) : ' ');
                count++;
            }
        }
        int mean = count == 0 ? 0 : (int) (sum * 100 / count);
        return count < fewest || mean < (alone ? realAlone : real) ? Integer.MIN_VALUE : mean;
    }

    abstract int weight(char before, char c, char after);

    private static int ofHan(char c, String most, BitSet common) {
        if (most.indexOf(c) >= 0) {
            return 4;
        }
        return common.get(c) ? 1 : isPunctuation(c) ? 3 : otherwise(c, Character.isLetter(c) ? -2 : 0);
    }

    /// A Cyrillic letter beside a Latin one is an accented letter read wrongly, and a capital behind a small letter the
    /// other Cyrillic encoding.
    private static int ofCyrillic(char before, char c, char after) {
        boolean letter = c >= 'А' && c <= 'я' || c == 'ё' || c == 'Ё';
        if (!letter) {
            return CYRILLIC_SIGNS.indexOf(c) >= 0 ? 1 : otherwise(c, -2);
        }
        if (isLatin(before) || isLatin(after)) {
            return -4;
        }
        if (Character.isUpperCase(c)) {
            return Character.isLowerCase(before) ? -2 : LETTERS.indexOf(Character.toLowerCase(c)) >= 0 ? 4 : 1;
        }
        return LETTERS.indexOf(c) >= 0 ? 4 : 1;
    }

    private static boolean isLatin(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    private static boolean isPunctuation(char c) {
        return c >= 0x3000 && c <= 0x301f || c >= 0xff01 && c <= 0xff5e;
    }

    private static int otherwise(char c, int weight) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> -10;
            case Character.PRIVATE_USE, Character.UNASSIGNED -> -3;
            default -> c == 0xfffd ? -10 : weight;
        };
    }

    /// The characters of a standard from one lead byte to another.
    private static BitSet block(String charset, int first, int last, int trail) {
        BitSet block = new BitSet();
        for (int lead = first; lead <= last; lead++) {
            for (int second = trail; second <= 0xfe; second++) {
                String text = new String(new byte[] {(byte) lead, (byte) second}, Charset.forName(charset));
                if (text.length() == 1 && text.charAt(0) != 0xfffd) {
                    block.set(text.charAt(0));
                }
            }
        }
        return block;
    }
}
