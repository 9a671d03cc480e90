package gyotaku.parse.charset;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Encodings by the labels of the WHATWG Encoding Standard and those that Japanese mail uses besides.
public final class Charsets {

    private Charsets() {}

    public static final Coding UTF_8 = JdkCoding.utf8();
    public static final Coding ISO_2022_JP = new Iso2022Jp();
    public static final Coding SHIFT_JIS = new JdkCoding("shift_jis", Charset.forName("windows-31j"), true);
    public static final Coding EUC_JP = new JdkCoding("euc-jp", Charset.forName("x-eucJP-Open"), true);
    public static final Coding WINDOWS_1252 = new JdkCoding("windows-1252", Charset.forName("windows-1252"), true);
    public static final Coding ISO_2022_KR = new JdkCoding("iso-2022-kr", Charset.forName("ISO-2022-KR"), false);
    public static final Coding US_ASCII = new JdkCoding("us-ascii", Charset.forName("US-ASCII"), true);

    /// Name of the standard, name in the Java platform, labels. "CP932" of the platform is another code page than
    /// the one that mail means, so nothing here is looked up by the platform's own aliases.
    private static final String TABLE = """
            ibm866 IBM866 866 cp866 csibm866
            iso-8859-2 ISO-8859-2 csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2
            iso-8859-3 ISO-8859-3 csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3
            iso-8859-4 ISO-8859-4 csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4
            iso-8859-5 ISO-8859-5 csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5
            iso-8859-6 ISO-8859-6 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e
            iso-8859-6 ISO-8859-6 iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
            iso-8859-7 ISO-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597
            iso-8859-7 ISO-8859-7 iso_8859-7 iso_8859-7:1987 sun_eu_greek
            iso-8859-8 ISO-8859-8 csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598
            iso-8859-8 ISO-8859-8 iso_8859-8 iso_8859-8:1988 visual iso-8859-8-i csiso88598i logical
            iso-8859-13 ISO-8859-13 iso8859-13 iso885913
            iso-8859-15 ISO-8859-15 csisolatin9 iso8859-15 iso885915 iso_8859-15 l9 latin9 latin-9
            iso-8859-16 ISO-8859-16
            koi8-r KOI8-R cskoi8r koi koi8 koi8_r
            koi8-u KOI8-U koi8-ru
            macintosh x-MacRoman csmacintosh mac x-mac-roman macroman
            windows-874 x-windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620
            windows-1250 windows-1250 cp1250 x-cp1250
            windows-1251 windows-1251 cp1251 x-cp1251 win-1251
            windows-1252 windows-1252 ansi_x3.4-1968 cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100
            windows-1252 windows-1252 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 x-cp1252 ansi
            windows-1253 windows-1253 cp1253 x-cp1253
            windows-1254 windows-1254 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9
            windows-1254 windows-1254 iso_8859-9:1989 l5 latin5 x-cp1254
            windows-1255 windows-1255 cp1255 x-cp1255
            windows-1256 windows-1256 cp1256 x-cp1256
            windows-1257 windows-1257 cp1257 x-cp1257
            windows-1258 windows-1258 cp1258 x-cp1258
            x-mac-cyrillic x-MacCyrillic x-mac-ukrainian
            gbk GB18030 chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 iso-ir-58 x-gbk cp936 ms936 euc-cn
            gb18030 GB18030 gb-18030
            big5 Big5-HKSCS big5-hkscs cn-big5 csbig5 x-x-big5 cp950 big5hkscs
            euc-kr x-windows-949 cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601
            euc-kr x-windows-949 ksc_5601 windows-949 cp949 ks_c_5601 uhc
            iso-2022-cn ISO-2022-CN iso-2022-cn-ext
            johab x-Johab cp1361
            utf-16be UTF-16BE unicodefffe
            utf-16le UTF-16LE utf-16 csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff
            utf-32 UTF-32 ucs-4
            utf-32be UTF-32BE
            utf-32le UTF-32LE
            ibm437 IBM437 cp437 437
            ibm850 IBM850 cp850 850
            ibm852 IBM852 cp852 852
            """;

    private static final String UTF_8_LABELS =
            "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 "
                    + "utf8mb4 utf-8-mac utf_8 cp65001";
    private static final String JP_7BIT_LABELS = "iso-2022-jp csiso2022jp iso-2022-jp-ms iso-2022-jp-1 iso-2022-jp-2 "
            + "iso-2022-jp-3 iso-2022-jp-2004 cp50220 cp50221 cp50222 jis iso2022jp iso-2022jp iso_2022-jp "
            + "x-windows-iso2022jp x-iso-2022-jp windows-50220 windows-50221 csiso2022jp2 jis7 iso-2022-jp-open";
    private static final String SHIFT_JIS_LABELS =
            "shift_jis shift-jis sjis csshiftjis ms932 ms_kanji windows-31j x-sjis "
                    + "cp932 windows-932 ms-932 shiftjis shift_jis-2004 shift_jisx0213 sjis-win cp943 cp943c ibm-943 "
                    + "mskanji x-ms-cp932 cswindows31j pck";
    private static final String EUC_JP_LABELS =
            "euc-jp eucjp cseucpkdfmtjapanese x-euc-jp x-euc eucjp-ms eucjp-win euc_jp "
                    + "ujis euc-jisx0213 euc-jis-2004 euc-jp-ms cp51932 x-eucjp";

    private static final Map<String, Coding> BY_LABEL = byLabel();

    private static Map<String, Coding> byLabel() {
        Map<String, Coding> labels = new HashMap<>();
        for (String line : TABLE.split("\n")) {
            String[] words = line.split(" ");
            boolean stateless = !words[0].startsWith("utf-") && !words[0].startsWith("iso-2022-");
            Coding coding = new JdkCoding(words[0], Charset.forName(words[1]), stateless);
            labels.put(words[0], coding);
            for (int i = 2; i < words.length; i++) {
                labels.put(words[i], coding);
            }
        }
        put(labels, UTF_8_LABELS, UTF_8);
        put(labels, JP_7BIT_LABELS, ISO_2022_JP);
        put(labels, SHIFT_JIS_LABELS, SHIFT_JIS);
        put(labels, EUC_JP_LABELS, EUC_JP);
        put(labels, "iso-2022-kr csiso2022kr", ISO_2022_KR);
        put(labels, "us-ascii ascii iso646-us ansi_x3.4-1986 iso_646.irv:1991 us csascii 7bit", US_ASCII);
        return Map.copyOf(labels);
    }

    private static void put(Map<String, Coding> labels, String names, Coding coding) {
        for (String name : names.split(" ")) {
            labels.put(name, coding);
        }
    }

    /// The encoding of a label; empty for an unknown one and for UTF-7, which nothing should decode. Signs around the
    /// label and words behind it are passed over.
    public static Optional<Coding> named(String label) {
        int start = 0;
        while (start < label.length() && !isAlphanumeric(label.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < label.length() && (isAlphanumeric(label.charAt(end)) || "-_.:".indexOf(label.charAt(end)) >= 0)) {
            end++;
        }
        return Optional.ofNullable(BY_LABEL.get(label.substring(start, end).toLowerCase(Locale.ROOT)));
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
