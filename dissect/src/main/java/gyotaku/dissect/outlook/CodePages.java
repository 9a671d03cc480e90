package gyotaku.dissect.outlook;

import java.util.Map;

/// Names of the code pages of Windows as mail writes them, and the code pages of its locales (MS-LCID, MS-UCODEREF).
final class CodePages {

    private CodePages() {}

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(437, "ibm437"),
            Map.entry(850, "ibm850"),
            Map.entry(852, "ibm852"),
            Map.entry(866, "ibm866"),
            Map.entry(874, "windows-874"),
            Map.entry(932, "shift_jis"),
            Map.entry(936, "gbk"),
            Map.entry(949, "euc-kr"),
            Map.entry(950, "big5"),
            Map.entry(1200, "utf-16le"),
            Map.entry(10000, "macintosh"),
            Map.entry(20127, "us-ascii"),
            Map.entry(20866, "koi8-r"),
            Map.entry(20932, "euc-jp"),
            Map.entry(20936, "gb2312"),
            Map.entry(21866, "koi8-u"),
            Map.entry(28592, "iso-8859-2"),
            Map.entry(28593, "iso-8859-3"),
            Map.entry(28594, "iso-8859-4"),
            Map.entry(28595, "iso-8859-5"),
            Map.entry(28596, "iso-8859-6"),
            Map.entry(28597, "iso-8859-7"),
            Map.entry(28598, "iso-8859-8"),
            Map.entry(28603, "iso-8859-13"),
            Map.entry(28605, "iso-8859-15"),
            Map.entry(38598, "iso-8859-8-i"),
            Map.entry(50220, "iso-2022-jp"),
            Map.entry(50221, "iso-2022-jp"),
            Map.entry(50222, "iso-2022-jp"),
            Map.entry(50225, "iso-2022-kr"),
            Map.entry(51932, "euc-jp"),
            Map.entry(51936, "gb2312"),
            Map.entry(51949, "euc-kr"),
            Map.entry(52936, "hz-gb-2312"),
            Map.entry(54936, "gb18030"),
            Map.entry(65001, "utf-8"));

    /// ANSI code pages by primary language; those that are not here use windows-1252.
    private static final Map<Integer, Integer> BY_LANGUAGE = Map.ofEntries(
            Map.entry(0x01, 1256),
            Map.entry(0x02, 1251),
            Map.entry(0x05, 1250),
            Map.entry(0x08, 1253),
            Map.entry(0x0d, 1255),
            Map.entry(0x0e, 1250),
            Map.entry(0x11, 932),
            Map.entry(0x12, 949),
            Map.entry(0x15, 1250),
            Map.entry(0x18, 1250),
            Map.entry(0x19, 1251),
            Map.entry(0x1a, 1250),
            Map.entry(0x1b, 1250),
            Map.entry(0x1c, 1250),
            Map.entry(0x1e, 874),
            Map.entry(0x1f, 1254),
            Map.entry(0x20, 1256),
            Map.entry(0x22, 1251),
            Map.entry(0x23, 1251),
            Map.entry(0x24, 1250),
            Map.entry(0x25, 1257),
            Map.entry(0x26, 1257),
            Map.entry(0x27, 1257),
            Map.entry(0x29, 1256),
            Map.entry(0x2a, 1258),
            Map.entry(0x2f, 1251),
            Map.entry(0x3f, 1251),
            Map.entry(0x44, 1251));

    private static final int CHINESE = 0x04;
    private static final int TAIWAN = 0x0404;
    private static final int HONG_KONG = 0x0c04;
    private static final int MACAO = 0x1404;

    /// The label of a code page, or empty for one that mail does not use.
    static String label(int codePage) {
        boolean windows = codePage >= 1250 && codePage <= 1258;
        return windows ? "windows-" + codePage : codePage == 28591 ? "windows-1252" : NAMES.getOrDefault(codePage, "");
    }

    /// The label of the ANSI code page of a locale.
    static String ofLocale(int locale) {
        int language = locale & 0x3ff;
        if (language == CHINESE) {
            int place = locale & 0xffff;
            return place == TAIWAN || place == HONG_KONG || place == MACAO ? "big5" : "gbk";
        }
        return label(BY_LANGUAGE.getOrDefault(language, 1252));
    }

    /// The label for a `\fcharset` of RTF, or empty for that of the document.
    static String ofFont(int charset) {
        return switch (charset) {
            case 77 -> "macintosh";
            case 128 -> "shift_jis";
            case 129, 130 -> "euc-kr";
            case 134 -> "gbk";
            case 136 -> "big5";
            case 161 -> "windows-1253";
            case 162 -> "windows-1254";
            case 163 -> "windows-1258";
            case 177 -> "windows-1255";
            case 178 -> "windows-1256";
            case 186 -> "windows-1257";
            case 204 -> "windows-1251";
            case 222 -> "windows-874";
            case 238 -> "windows-1250";
            case 0 -> "windows-1252";
            default -> "";
        };
    }
}
