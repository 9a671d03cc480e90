package gyotaku.dissect.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import gyotaku.dissect.Dissector;
import gyotaku.model.Limits;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Words;
import gyotaku.model.mail.Written;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfReaderTest {

    private static final String HELLO = "BT /F1 24 Tf 100 700 Td (Pay your invoice) Tj ET";

    private static Opened open(byte[] pdf, String... passwords) {
        return new Dissector(Limits.standard())
                .open(new Enclosure("a.pdf", "application/pdf", pdf, List.of(passwords)));
    }

    private static Opened open(PdfOf pdf) {
        return open(pdf.bytes());
    }

    private static List<String> details(Opened opened, Trait.Kind kind) {
        return opened.traits().stream()
                .filter(trait -> trait.kind() == kind)
                .map(Trait::detail)
                .toList();
    }

    /// Its text and its face stay unknown, which the reader of a report must know.
    @Test
    void aPageThatCannotBeReadIsSaidToBeBroken() {
        Opened opened = open(PdfOf.page(
                "/Resources << /Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H >> >> >>",
                HELLO));

        assertThat(opened.state()).isEqualTo(Opened.State.BROKEN);
        assertThat(opened.detail()).startsWith("page 1: ");
    }

    @Test
    void aFormThatEndsBeforeItsEndIsSaidToBeBroken() {
        Opened opened = open(PdfOf.page("/AcroForm << /Fields [] /XFA 5 0 R >>", "", HELLO).stream(
                "", "<template><script>app.alert(1)</script>".getBytes(StandardCharsets.US_ASCII)));

        assertThat(opened.state()).isEqualTo(Opened.State.BROKEN);
        assertThat(opened.detail()).startsWith("XFA: ");
        assertThat(details(opened, Trait.Kind.JAVASCRIPT)).containsExactly("XFA: app.alert(1)");
    }

    @Test
    void aPlainDocumentSaysItsWordsAndShowsItsFace() throws Exception {
        Opened opened = open(PdfOf.page("", HELLO));

        assertThat(opened.state()).isEqualTo(Opened.State.READ);
        assertThat(opened.traits()).isEmpty();
        assertThat(opened.links()).isEmpty();
        assertThat(opened.texts()).singleElement().satisfies(words -> {
            assertThat(words.origin()).isEqualTo(Words.Origin.WRITTEN);
            assertThat(words.place()).isEqualTo("page 1");
            assertThat(words.text().strip()).isEqualTo("Pay your invoice");
        });
        assertThat(opened.views()).singleElement().satisfies(view -> {
            BufferedImage face = ImageIO.read(new ByteArrayInputStream(view.png()));
            assertThat(face.getWidth()).isEqualTo(800).isEqualTo(view.width());
            assertThat(darkest(face)).isLessThan(60);
        });
    }

    private static int darkest(BufferedImage image) {
        int darkest = 255;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                darkest = Math.min(darkest, image.getRGB(x, y) & 255);
            }
        }
        return darkest;
    }

    @Test
    void aLinkIsToldWithItsPageAndTheWordsBeneathIt() {
        Opened opened = open(PdfOf.page(
                "/Annots [<< /Type /Annot /Subtype /Link /Rect [90 690 400 730]"
                        + " /A << /S /URI /URI (https://evil.example/pay) >> >>]",
                HELLO));

        assertThat(opened.links())
                .containsExactly(
                        new Written("Pay your invoice", "https://evil.example/pay", Link.Context.FILE, "page 1"));
    }

    @Test
    void aUrlThatIsOnlyWrittenIsALinkToo() {
        assertThat(open(PdfOf.page("", "BT /F1 24 Tf 100 700 Td (see https://evil.example/b now) Tj ET"))
                        .links())
                .extracting(Written::url, Written::place)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("https://evil.example/b", "page 1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>; ; true",
                "/Names << /JavaScript << /Names [(x) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >>; ; true",
                "/AA << /WC << /S /JavaScript /JS (app.alert\\(1\\)) >> >>; ; true",
                "''; /AA << /O << /S /JavaScript /JS (app.alert\\(1\\)) >> >>; true",
                "''; /Annots [<< /Rect [0 0 9 9] /A << /S /JavaScript /JS (app.alert\\(1\\)) >> >>]; false",
                "/OpenAction << /S /GoTo /Next << /S /JavaScript /JS <6170702E616C657274283129> >> >>; ; true"
            })
    void aScriptIsFoundWhereverItHidesAndWhetherItRunsByItself(String catalog, String page, boolean byItself) {
        Opened opened = open(PdfOf.page(catalog, page == null ? "" : page, HELLO));

        assertThat(details(opened, Trait.Kind.JAVASCRIPT))
                .singleElement()
                .asString()
                .endsWith("app.alert(1)");
        assertThat(opened.shows(Trait.Kind.OPEN_ACTION)).isEqualTo(byItself);
    }

    @Test
    void aJumpToAPageOnOpeningIsNothing() {
        assertThat(open(PdfOf.page("/OpenAction [3 0 R /Fit]", "", HELLO)).traits())
                .isEmpty();
    }

    @Test
    void aProgramThatIsLaunchedIsToldWithItsCommand() {
        Opened opened = open(PdfOf.page(
                "/OpenAction << /S /Launch /Win << /F (cmd.exe) /P (/c echo https://evil.example/x) >> >>", "", HELLO));

        assertThat(details(opened, Trait.Kind.LAUNCH)).containsExactly("cmd.exe /c echo https://evil.example/x");
        assertThat(opened.shows(Trait.Kind.OPEN_ACTION)).isTrue();
        assertThat(opened.links()).extracting(Written::url).containsExactly("https://evil.example/x");
    }

    @Test
    void aDocumentOnAnotherMachineIsALoadFromOutside() {
        Opened opened = open(PdfOf.page(
                "/OpenAction << /S /GoToR /F (\\\\\\\\evil.example\\\\s\\\\a.pdf) /D [0 /Fit] >>", "", HELLO));

        assertThat(details(opened, Trait.Kind.EXTERNAL_LOAD)).containsExactly("GoToR \\\\evil.example\\s\\a.pdf");
    }

    @Test
    void aFormIsToldWithItsFieldsAndWhereItGoes() {
        Opened opened = open(PdfOf.page(
                        "/AcroForm << /Fields [5 0 R 6 0 R] >>",
                        "/Annots [5 0 R 6 0 R << /Subtype /Widget /Rect [0 0 9 9] /MK << /CA (Sign in) >>"
                                + " /A << /S /SubmitForm /F << /FS /URL /F (https://evil.example/post) >> >> >>]",
                        HELLO)
                .and("<< /FT /Tx /T (email) /Rect [0 0 9 9] >>")
                .and("<< /FT /Tx /T (p2) /TU (Your secret) /Ff 8192 /Rect [0 0 9 9] >>"));

        assertThat(details(opened, Trait.Kind.FORM)).contains("page 1: → https://evil.example/post", "email, p2");
        assertThat(details(opened, Trait.Kind.PASSWORD_FIELD)).containsExactly("Your secret");
        assertThat(opened.links())
                .contains(new Written("Sign in", "https://evil.example/post", Link.Context.FORM, "page 1"));
    }

    @Test
    void anEmbeddedFileIsOpenedItself() {
        byte[] inner = PdfOf.page("", "BT /F1 24 Tf 9 9 Td (inner) Tj ET").bytes();
        Opened opened = open(PdfOf.page(
                "/Names << /EmbeddedFiles << /Names [(x) << /Type /Filespec /F (in.pdf) /UF (in.pdf) /EF << /F 5 0 R >> >>] >> >>",
                "",
                HELLO)
                .stream("/Type /EmbeddedFile /Filter /FlateDecode", PdfOf.deflated(inner)));

        assertThat(details(opened, Trait.Kind.EMBEDDED_FILE)).containsExactly("in.pdf");
        Inside inside = opened.files().getFirst();
        assertThat(inside.name()).isEqualTo("in.pdf");
        assertThat(inside.looksLike()).isEqualTo("application/pdf");
        assertThat(inside.size()).isEqualTo(inner.length);
        assertThat(inside.opened().texts().getFirst().text().strip()).isEqualTo("inner");
    }

    @Test
    void anXfaFormIsReadWithoutItsEntities() {
        String xfa =
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'http://127.0.0.1:1/e'>]><xdp><submit target='https://evil.example/x'/>"
                        + "<script contentType='application/x-javascript'>xfa.host.gotoURL('https://evil.example/y')</script>"
                        + "<passwordEdit/>&e;</xdp>";
        Opened opened = open(PdfOf.page("/AcroForm << /Fields [] /XFA 5 0 R >>", "", HELLO).stream(
                "", xfa.getBytes(StandardCharsets.UTF_8)));

        assertThat(opened.links())
                .extracting(Written::url)
                .containsExactly("https://evil.example/x", "https://evil.example/y");
        assertThat(opened.shows(Trait.Kind.JAVASCRIPT)).isTrue();
        assertThat(opened.shows(Trait.Kind.PASSWORD_FIELD)).isTrue();
    }

    private static byte[] locked(String password) throws Exception {
        try (PDDocument document = Loader.loadPDF(PdfOf.page("", HELLO).bytes())) {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void aPasswordOfTheMailOpensIt() throws Exception {
        Opened opened = open(locked("s3cret-9"), "wrong", "s3cret-9");

        assertThat(opened.state()).isEqualTo(Opened.State.READ);
        assertThat(details(opened, Trait.Kind.PASSWORD_OPENED)).containsExactly("s3cret-9");
        assertThat(opened.texts().getFirst().text().strip()).isEqualTo("Pay your invoice");
    }

    @Test
    void withoutThePasswordItIsLocked() throws Exception {
        Opened opened = open(locked("s3cret-9"), "wrong");

        assertThat(opened.state()).isEqualTo(Opened.State.LOCKED);
        assertThat(opened.shows(Trait.Kind.ENCRYPTED)).isTrue();
    }

    @Test
    void onlyGuardedAgainstChangesIsNotLocked() throws Exception {
        Opened opened = open(locked(""));

        assertThat(opened.state()).isEqualTo(Opened.State.READ);
        assertThat(opened.traits()).isEmpty();
    }

    /// Drawn by squares: there is no picture in the file that a reader of pictures would find.
    @Test
    void aCodeThatIsDrawnByLinesIsFound() throws Exception {
        BitMatrix code = new QRCodeWriter().encode("https://evil.example/qr", BarcodeFormat.QR_CODE, 0, 0);
        StringBuilder squares = new StringBuilder("0 g ");
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y)) {
                    squares.append(100 + 4 * x).append(' ').append(700 - 4 * y).append(" 4 4 re f ");
                }
            }
        }
        assertThat(open(PdfOf.page("", squares.toString())).links())
                .containsExactly(new Written("QR", "https://evil.example/qr", Link.Context.QR_CODE, "page 1"));
    }

    @Test
    void treesAndActionsThatLeadBackToThemselvesEnd() {
        Opened opened = open(PdfOf.objects(
                "<< /Type /Catalog /Pages 2 0 R /OpenAction 3 0 R >>",
                "<< /Type /Pages /Kids [2 0 R 4 0 R 2 0 R] /Count 999999999 /Parent 2 0 R >>",
                "<< /S /JavaScript /JS (x) /Next [3 0 R 3 0 R] >>",
                "<< /Type /Page /Parent 4 0 R /Contents 4 0 R /Annots [4 0 R] >>"));

        assertThat(details(opened, Trait.Kind.JAVASCRIPT)).containsExactly("x");
    }

    @Test
    void aStreamThatUnpacksToGigabytesIsABombAndNeverUnpackedWhole() {
        byte[] once = PdfOf.deflated(new byte[80 << 20]);
        Opened opened = open(PdfOf.page("", HELLO).stream("/Filter [/FlateDecode /FlateDecode]", PdfOf.deflated(once))
                .and("<< /X 5 0 R >>"));
        Opened reached = open(PdfOf.page("/X 5 0 R", "", HELLO).stream("/Filter /FlateDecode", once));

        assertThat(opened.state()).isEqualTo(Opened.State.READ);
        assertThat(reached.shows(Trait.Kind.BOMB)).isTrue();
        assertThat(reached.truncated()).extracting(Truncated::limit).contains("ratio");
    }

    @Test
    void nestedArraysDoNotOverflow() throws Exception {
        byte[] pdf = PdfOf.page("/X " + "[".repeat(100_000) + "]".repeat(100_000), "", HELLO)
                .bytes();
        Opened[] opened = new Opened[1];
        Thread small = new Thread(null, () -> opened[0] = open(pdf), "small stack", 512 << 10);
        small.start();
        small.join();

        assertThat(opened[0]).isNotNull();
    }

    @Test
    void withoutItsObjectsItStillTellsWhereItLeads() {
        byte[] hidden =
                PdfOf.deflated("<< /S /URI /URI (https://evil.example/b) >>".getBytes(StandardCharsets.US_ASCII));
        String broken = "%PDF-1.7\n5 0 obj << /S /URI /URI(https://evil.example/a) >> endobj\nstream\n"
                + new String(hidden, StandardCharsets.ISO_8859_1) + "\nendstream\ntrailer << >>";
        Opened opened = open(broken.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(opened.state()).isEqualTo(Opened.State.BROKEN);
        assertThat(opened.links())
                .extracting(Written::url)
                .containsExactly("https://evil.example/a", "https://evil.example/b");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 300, 600})
    void whatIsCutOffStillTellsWhatItHas(int left) {
        byte[] whole = PdfOf.page("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>", "", HELLO)
                .bytes();
        byte[] cut = java.util.Arrays.copyOf(whole, Math.min(left, whole.length));

        assertThat(open(cut).state()).isIn(Opened.State.READ, Opened.State.BROKEN);
    }

    @Test
    void aPageAHundredMetresLongIsDrawnSmall() throws Exception {
        byte[] pdf = new String(PdfOf.page("", HELLO).bytes(), StandardCharsets.ISO_8859_1)
                .replace("[0 0 600 800]", "[0 0 600 1000000]")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(open(pdf).views())
                .allSatisfy(
                        view -> assertThat((long) view.width() * view.height()).isLessThan(5_000_001));
    }
}
