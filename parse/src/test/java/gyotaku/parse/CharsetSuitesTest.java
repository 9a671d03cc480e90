package gyotaku.parse;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.mail.ParsedMail;
import gyotaku.parse.charset.TextDecoder;
import gyotaku.testkit.Suites;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Japanese mails of the milter manager and of Ruby's mail library, and the encodings of CPython's tests.
class CharsetSuitesTest {

    private static ParsedMail mail(String folder, String file) {
        return MailParserTest.mail(Suites.bytes(Suites.folder(folder).resolve(file)));
    }

    @ParameterizedTest
    @CsvSource({
        "raw-cp932, ①②③",
        "raw-euc-jp, テスト",
        "raw-iso-2022-jp, テスト",
        "raw-utf-8, テスト",
        "folded-raw-cp932, ①②③ ④⑤⑥",
        "folded-raw-euc-jp, テスト テスト",
        "folded-raw-iso-2022-jp, テスト テスト",
        "folded-raw-utf-8, テスト テスト",
        "base64-iso-2022-jp, テスト",
        "folded-base64-iso-2022-jp, テストテスト",
        "folded-mime-incomplete, テストメール",
        "include-null, test",
        "only-null, ''",
        "2-subjects, test1",
        "fold-after-header-name, test",
        "subject-in-body, ''",
        "subject-in-body2, test"
    })
    void subjectsOfMilterManager(String file, String subject) {
        assertThat(mail("charset/milter-manager-ja/normal/headers/subject", file + ".eml")
                        .subject())
                .isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource({
        "machine-dependent/au-iso-2022-jp-extra-7bit, 丸数字①",
        "machine-dependent/docomo-shift-jis-extra-8bit, 丸数字⑩",
        "machine-dependent/emobile-utf-8-extra-base64, 丸数字⑩",
        "decomail/docomo-iso-2022-jp, 謹賀新年",
        "decomail/emobile-shift_jis, デコメール送信テスト",
        "decomail/au-iso-2022-jp, パンダ",
        "emoji/unicode, 😠"
    })
    void bodiesOfMilterManager(String file, String text) {
        ParsedMail mail = mail("charset/milter-manager-ja/normal", file + ".eml");
        assertThat(mail.parts()
                        .flatMap(part -> part.text().stream())
                        .findFirst()
                        .orElseThrow())
                .contains(text);
    }

    @ParameterizedTest
    @CsvSource({"japanese, まみむめも", "japanese_iso_2022, まみむめも", "japanese_shift_jis, test"})
    void subjectsOfRubyMail(String file, String subject) {
        assertThat(mail("mime/ruby-mail/multi_charset", file + ".eml").subject())
                .isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource({"japanese_attachment, てすと.txt", "japanese_attachment_long_name, かきくけこかきくけこかきくけこかきくけこかきくけこ.txt"})
    void fileNamesOfRubyMail(String file, String name) {
        assertThat(mail("mime/ruby-mail/multi_charset", file + ".eml")
                        .attachments()
                        .getFirst()
                        .name())
                .isEqualTo(name);
    }

    /// Left out is euc_kr: nobody but CPython composes syllables from the filler sequences of KS X 1001 annex 3.
    @ParameterizedTest
    @CsvSource({
        "iso2022_jp, iso-2022-jp",
        "shift_jis, shift_jis",
        "euc_jp, euc-jp",
        "gb2312, gb2312",
        "gbk, gbk",
        "gb18030, gb18030",
        "big5, big5",
        "cp949, ks_c_5601-1987",
        "iso2022_kr, iso-2022-kr"
    })
    void encodingsOfCpython(String file, String label) {
        Path folder = Suites.folder("charset/cjkencodings");
        byte[] encoded = Suites.bytes(folder.resolve(file + ".txt"));
        String expected = new String(Suites.bytes(folder.resolve(file + "-utf8.txt")), StandardCharsets.UTF_8);
        String read = TextDecoder.decode(encoded, 0, encoded.length, label).text();
        assertThat(read.replace('～', '〜').replace('－', '−'))
                .isEqualTo(expected.replace('～', '〜').replace('－', '−'));
    }

    @ParameterizedTest
    @CsvSource({"iso2022_jp", "shift_jis", "euc_jp"})
    void japaneseOfCpythonWithoutALabel(String file) {
        encodingsOfCpython(file, "");
    }
}
