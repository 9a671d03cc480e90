package gyotaku.parse.charset;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Defect.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextDecoderTest {

    private static final String NOTICE = "【重要】お客様のカードのご利用を一時的に制限しました。ご確認ください。";

    private static DecodedBytes decode(byte[] bytes, String label) {
        return TextDecoder.decode(bytes, 0, bytes.length, label);
    }

    private static byte[] encoded(String text, String charset) {
        return text.getBytes(Charset.forName(charset));
    }

    @ParameterizedTest
    @CsvSource({
        // what the bytes are, label, decoded by, overruled
        "UTF-8, utf-8, utf-8, false",
        "UTF-8, '', utf-8, false",
        "UTF-8, us-ascii, utf-8, true",
        "UTF-8, iso-8859-1, utf-8, true",
        "UTF-8, iso-2022-jp, utf-8, true",
        "UTF-8, shift_jis, utf-8, true",
        "UTF-8, x-nonsense, utf-8, false",
        "windows-31j, shift_jis, shift_jis, false",
        "windows-31j, cp932, shift_jis, false",
        "windows-31j, '', shift_jis, false",
        "windows-31j, iso-2022-jp, shift_jis, true",
        "windows-31j, us-ascii, shift_jis, true",
        "windows-31j, iso-8859-1, shift_jis, true",
        "windows-31j, utf-8, shift_jis, true",
        "windows-31j, euc-jp, shift_jis, true",
        "EUC-JP, euc-jp, euc-jp, false",
        "EUC-JP, '', euc-jp, false",
        "EUC-JP, iso-2022-jp, euc-jp, true",
        "EUC-JP, shift_jis, euc-jp, true",
        "EUC-JP, utf-8, euc-jp, true",
        "ISO-2022-JP, iso-2022-jp, iso-2022-jp, false",
        "ISO-2022-JP, '', iso-2022-jp, false",
        "ISO-2022-JP, utf-8, iso-2022-jp, true",
        "ISO-2022-JP, us-ascii, iso-2022-jp, true",
    })
    void japaneseIsReadWhateverTheLabelSays(String is, String label, String decodedBy, boolean overruled) {
        DecodedBytes decoded = decode(encoded(NOTICE, is), label);
        assertThat(decoded.text()).isEqualTo(NOTICE);
        assertThat(decoded.coding().name()).isEqualTo(decodedBy);
        assertThat(decoded.problems().contains(Kind.WRONG_CHARSET)).isEqualTo(overruled);
    }

    @ParameterizedTest
    @CsvSource({
        // label, bytes, text
        "iso-2022-jp, 1B2442 2D21 1B2842, ①",
        "iso-2022-jp, 1B2442 2D6A 1B2842, ㈱",
        "iso-2022-jp-ms, 1B2442 2D21 2D35 1B2842, ①Ⅰ",
        "cp50221, 1B2849 333436 1B2842, ｳｴｶ",
        "iso-2022-jp, 1B2849 B1 1B2842, ｱ",
        "iso-2022-jp, 0E 31 0F 61, ｱa",
        "iso-2022-jp, 1B2442 7975 1B2842, 﨑",
        "iso-2022-jp, 1B2440 2422 1B284A 61, あa",
        "iso-2022-jp, 1B2442 2422 0A 61, 'あ\na'",
        "iso-2022-jp, 1B2442 2422, あ",
        "iso-2022-jp, 82A0 82B1, あこ",
        "euc-jp, A4A2 8EB1, あｱ",
        "iso-2022-jp, 1B2442 2422 1B2842 82A2, あい",
        "iso-2022-jp, 1B242844 3021 1B2842, 丂",
        "shift_jis, 8740, ①",
        "cp932, 878A, ㈱",
        "shift_jis, FBFC, 髙",
        "shift_jis, B1, ｱ",
        "'', 8740 8741 8742, ①②③",
        "euc-jp, ADA1, ①",
        "gb2312, C4E3BAC3, 你好",
        "gb2312, 80, €",
        "big5, A741, 你",
        "ks_c_5601-1987, B0A1, 가",
        "koi8-r, F0D2C9D7C5D4, Привет",
        "windows-1251, CFF0E8E2E5F2, Привет",
        "iso-8859-1, 63616680, caf€",
        "iso-8859-1, 436166E9 20 e0 20 50617269732E, Café à Paris.",
        "'', 436166E9 20 66FC72 20 4D61646C656E2E, Café für Madlen.",
        "us-ascii, 436166E9 20 66FC72 20 4D61646C656E2E, Café für Madlen.",
        "utf-16, FFFE 4230, あ",
        "utf-16be, 3042 000A 3044, 'あ\nい'",
        "utf-7, 2B4D45492D, +MEI-",
    })
    void bytesByLabel(String label, String hex, String text) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        String expected = label.startsWith("utf-16") && hex.startsWith("FFFE") ? "\ufeff" + text : text;
        assertThat(decode(bytes, label).text()).isIn(expected, text);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-31j, VISA会員様",
        "windows-31j, Amazon重要",
        "windows-31j, 山田 太郎",
        "windows-31j, 【重要】ETC",
        "windows-31j, ｶｰﾄﾞ利用のお知らせ",
        "windows-31j, ㈱三井住友",
        "EUC-JP, VISA会員様",
        "EUC-JP, 山田 太郎",
        "windows-1252, we don’t stop",
        "windows-1252, “Quoted” – and café",
        "windows-1252, Œuvre à 5 €",
        "windows-1252, Müller & Söhne",
        "windows-1252, naïve"
    })
    void shortHeaderTextWithoutALabel(String charset, String text) {
        assertThat(decode(encoded(text, charset), "").text()).isEqualTo(text);
    }

    @Test
    void aTextCutInsideOfACharacterKeepsItsCharset() {
        byte[] bytes = encoded(NOTICE, "UTF-8");
        DecodedBytes decoded = TextDecoder.decode(bytes, 0, bytes.length - 1, "");
        assertThat(decoded.coding().name()).isEqualTo("utf-8");
        assertThat(decoded.text()).startsWith(NOTICE.substring(0, NOTICE.length() - 1));
        assertThat(decoded.problems()).contains(Kind.UNDECODABLE_TEXT);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-31j", "EUC-JP", "ISO-2022-JP", "ISO-8859-1", "GB18030", "UTF-16LE"})
    void everyCharacterKnowsItsFirstByte(String charset) {
        String text = charset.equals("ISO-8859-1")
                ? "Grüße aus Köln"
                : "あいう abc 漢字。\r\nｱ" + (charset.equals("UTF-8") ? "😀x" : "");
        text = charset.equals("ISO-2022-JP") ? text.replace("ｱ", "ア") : text;
        byte[] bytes = encoded(text, charset);
        Coding coding = Charsets.named(charset).orElseThrow();
        int[] offsets = coding.offsets(bytes, 0, bytes.length);
        assertThat(coding.lenient(bytes, 0, bytes.length)).isEqualTo(text);
        assertThat(offsets).hasSize(text.length() + 1).endsWith(bytes.length);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x80 && !charset.startsWith("UTF-16")) {
                assertThat((char) bytes[offsets[i]]).isEqualTo(text.charAt(i));
            }
        }
    }

    @Test
    void offsetsCountTheSameCharactersAsTheTextInBrokenBytes() {
        var random = new java.util.Random(7);
        for (String label : new String[] {"utf-8", "shift_jis", "euc-jp", "iso-2022-jp", "gb18030", "big5", "euc-kr"}) {
            Coding coding = Charsets.named(label).orElseThrow();
            for (int round = 0; round < 300; round++) {
                byte[] bytes = new byte[random.nextInt(40)];
                random.nextBytes(bytes);
                assertThat(coding.offsets(bytes, 0, bytes.length))
                        .as(label + " " + HexFormat.of().formatHex(bytes))
                        .hasSize(coding.lenient(bytes, 0, bytes.length).length() + 1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "<meta charset=Shift_JIS>, shift_jis",
        "<html><META http-equiv='Content-Type' content='text/html; charset=\"EUC-JP\"'>, euc-jp",
        "<meta name=x><meta charset = 'utf-8'/>, utf-8",
        "<p>charset=utf-8</p>, ''",
        "<meta charset, ''",
    })
    void thePagesOwnCharset(String html, String label) {
        byte[] bytes = html.getBytes(StandardCharsets.US_ASCII);
        assertThat(MetaCharset.of(bytes, 0, bytes.length)).isEqualTo(label);
    }
}
