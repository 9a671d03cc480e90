package gyotaku.parse;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.ParsedMail;
import gyotaku.model.mail.Part;
import gyotaku.parse.charset.Charsets;
import gyotaku.parse.charset.TextDecoder;
import gyotaku.testkit.Suites;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "ascii, test",
        "folded-ascii, test test",
        "empty, ''",
        "no-subject, ''",
        "90-columns, 123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890",
        "fold-69-column, 123456789012345678901234567890123456789012345678901234567890 1234567890",
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
    @CsvSource({"from, test-from@example.com", "to, test-from@example.com"})
    void foldedAddressesOfMilterManager(String file, String from) {
        assertThat(mail("charset/milter-manager-ja/normal/folded-header", file + ".eml")
                        .from()
                        .orElseThrow()
                        .address())
                .isEqualTo(from);
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

    /// Each pair of CPython's tests, by the label that a mail would give.
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("big5", "big5"),
            Map.entry("big5hkscs", "big5-hkscs"),
            Map.entry("cp949", "ks_c_5601-1987"),
            Map.entry("euc_jisx0213", "euc-jis-2004"),
            Map.entry("euc_jp", "euc-jp"),
            Map.entry("euc_kr", "euc-kr"),
            Map.entry("gb18030", "gb18030"),
            Map.entry("gb2312", "gb2312"),
            Map.entry("gbk", "gbk"),
            Map.entry("hz", "hz-gb-2312"),
            Map.entry("iso2022_jp", "iso-2022-jp"),
            Map.entry("iso2022_kr", "iso-2022-kr"),
            Map.entry("johab", "johab"),
            Map.entry("shift_jis", "shift_jis"),
            Map.entry("shift_jisx0213", "shift_jisx0213"));

    private static final String ANNEX_3 =
            "nobody but CPython composes syllables from the filler sequences of KS X 1001 annex 3";
    private static final String JIS_X_0213 =
            "the characters that JIS X 0213 adds are not in the tables of the platform";
    private static final String HZ = "HZ is ASCII to a browser, which is what the reader sees";

    private static final String HKSCS = "the platform lacks the letters of the supplement that are two characters";
    private static final String ODD = "written in syllables that hardly anybody uses";

    private static final Map<String, String> LABELLED_EXCEPTIONS = Map.of(
            "big5hkscs", HKSCS,
            "euc_kr", ANNEX_3,
            "euc_jisx0213", JIS_X_0213,
            "shift_jisx0213", JIS_X_0213,
            "hz", HZ);

    private static final Map<String, String> UNLABELLED_EXCEPTIONS = Map.of(
            "big5hkscs", HKSCS,
            "cp949", ODD,
            "euc_jisx0213", JIS_X_0213,
            "euc_kr", ANNEX_3,
            "hz", HZ,
            "johab", "Johab is not guessed: mail does not use it",
            "shift_jisx0213", JIS_X_0213);

    @Test
    void encodingsOfCpython() {
        assertThat(different(name -> LABELS.getOrDefault(name, "no label"))).isEqualTo(LABELLED_EXCEPTIONS.keySet());
    }

    @Test
    void encodingsOfCpythonWithoutALabel() {
        assertThat(different(_ -> "")).isEqualTo(UNLABELLED_EXCEPTIONS.keySet());
    }

    private static Set<String> different(UnaryOperator<String> label) {
        Path folder = Suites.folder("charset/cjkencodings");
        Set<String> different = new TreeSet<>();
        for (Path file : Suites.files(folder, "-utf8.txt")) {
            String name = file.getFileName().toString().replace("-utf8.txt", "");
            byte[] encoded = Suites.bytes(folder.resolve(name + ".txt"));
            String read = TextDecoder.decode(encoded, 0, encoded.length, label.apply(name))
                    .text();
            if (!sameWaves(read).equals(sameWaves(new String(Suites.bytes(file), StandardCharsets.UTF_8)))) {
                different.add(name);
            }
        }
        return different;
    }

    /// The signs that Microsoft and the standards map to different characters.
    private static String sameWaves(String text) {
        return text.replace('～', '〜').replace('－', '−').replace('∥', '‖');
    }

    /// Pages that are read otherwise than their folder says, and why.
    private static final Map<String, String> PAGES = new TreeMap<>(Map.of());

    @ParameterizedTest
    @ValueSource(strings = {"", "us-ascii", "iso-8859-1", "utf-8", "x-unknown"})
    void pagesOfChardetWithoutALabelAndUnderAWrongOne(String label) {
        Map<String, String> different = new TreeMap<>();
        Path folder = Suites.folder("charset/chardet");
        List<Path> pages = Suites.files(folder, "").stream()
                .filter(file -> folder.relativize(file).getNameCount() == 2)
                .toList();
        for (Path file : pages) {
            byte[] bytes = Suites.bytes(file);
            String read =
                    TextDecoder.decode(bytes, 0, bytes.length, label).coding().name();
            String is = folder.relativize(file).getName(0).toString();
            if (!read.startsWith(Charsets.named(is).orElseThrow().name().replaceFirst("(?<=utf-16).*", ""))) {
                different.put(folder.relativize(file).toString(), read);
            }
        }
        assertThat(different.keySet()).as(different.toString()).isEqualTo(PAGES.keySet());
        assertThat(pages).hasSizeGreaterThan(75);
    }

    /// Texts that are not recognised without a label, and why.
    private static final Map<String, String> TEXTS = new TreeMap<>(Map.of(
            "ar.iso-8859-6", "Arabic is not guessed",
            "ar.windows-1256", "Arabic is not guessed",
            "gr.iso-8859-7", "Greek is not guessed",
            "gr.windows-1253", "Greek is not guessed"));

    @Test
    void textsOfMailpile() {
        Path folder = Suites.folder("charset/mailpile/mailpile/tests/data/pgp-data/sources");
        Map<String, String> unlabelled = new TreeMap<>();
        for (Path file : Suites.files(folder, "")) {
            String name = file.getFileName().toString();
            String charset = name.substring(name.indexOf('.') + 1);
            byte[] bytes = Suites.bytes(file);
            String expected =
                    new String(Suites.bytes(folder.resolve(name.replace(charset, "utf-8"))), StandardCharsets.UTF_8);
            assertThat(TextDecoder.decode(bytes, 0, bytes.length, charset).text())
                    .as(name)
                    .isEqualTo(expected);
            String read = TextDecoder.decode(bytes, 0, bytes.length, "").text();
            if (!read.equals(expected)) {
                unlabelled.put(name, read);
            }
        }
        assertThat(unlabelled.keySet()).as(unlabelled.toString()).isEqualTo(TEXTS.keySet());
    }

    @Test
    void fileNamesOfRfc2231() {
        assertThat(mail("charset/emaillab/public/essay", "rfc2231.sample.txt").attachments())
                .extracting(Attachment::name)
                .containsExactly("hogohoge0.jpeg", "hogohoge1.jpeg", "ほごほげ2.jpeg", "ほごほげ3.jpeg");
    }

    @Test
    void fileNameOfMilterManager() {
        assertThat(mail(
                                "charset/milter-manager-ja/normal/attachments/filename",
                                "content-disposition-encoded-filename-without-lang.eml")
                        .attachments())
                .extracting(Attachment::name)
                .containsExactly("アイテム.csv");
    }

    /// The signs of carriers have no character of their own: they are kept as private ones, never as other characters.
    @ParameterizedTest
    @ValueSource(strings = {"docomo", "softbank", "emobile"})
    void signsOfCarriersArePrivateCharacters(String carrier) {
        String text = mail("charset/milter-manager-ja/normal/emoji", carrier + ".eml")
                .parts()
                .findFirst()
                .flatMap(Part::text)
                .orElseThrow()
                .strip();
        assertThat(text.codePoints()).allMatch(c -> Character.getType(c) == Character.PRIVATE_USE);
    }
}
