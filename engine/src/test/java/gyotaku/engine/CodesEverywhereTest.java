package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import gyotaku.engine.worker.ChildCommand;
import gyotaku.engine.worker.Workers;
import gyotaku.model.Lang;
import gyotaku.model.Limits;
import gyotaku.model.RawMail;
import gyotaku.testkit.MailBuilder;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a mail shows and does not write, from its bytes to the reports, through the process that opens files.
class CodesEverywhereTest {

    private static final Settings SETTINGS = Offline.settings(Lang.values());

    private static Map<String, byte[]> analysed(MailBuilder mail) {
        ChildCommand command = ChildCommand.of(System.getProperty("java.class.path"), java.util.Optional.empty());
        try (Workers workers = new Workers(Limits.standard().files(), command)) {
            Outcome outcome = new Engine(SETTINGS, workers)
                    .analyseOffline(RawMail.of(mail.bytes()), Instant.parse("2026-05-15T00:00:00Z"));
            return switch (outcome) {
                case Outcome.Analysed analysed -> analysed.files().contents();
                case Outcome.NotMail(var why) -> fail(why.en());
            };
        }
    }

    private static JsonNode found(Map<String, byte[]> files) {
        return JsonMapper.shared().readTree(files.get("case.json"));
    }

    private static String report(Map<String, byte[]> files, String language) {
        return ExpectedCase.text(new String(files.get("report." + language + ".html"), StandardCharsets.UTF_8));
    }

    private static BitMatrix code(String url) throws Exception {
        return new QRCodeWriter().encode(url, BarcodeFormat.QR_CODE, 0, 0);
    }

    private static BufferedImage picture(String url) throws Exception {
        BitMatrix code = code(url);
        int side = code.getWidth() * 6;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, code.get(x / 6, y / 6) ? 0 : 0xffffff);
            }
        }
        return image;
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static byte[] pdf(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, image), 100, 400, 200, 200);
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    private static String drawn(String url) throws Exception {
        BitMatrix code = code(url);
        StringBuilder out = new StringBuilder();
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                out.append(code.get(x, y) ? "██" : "  ");
            }
            out.append('\n');
        }
        return out.toString();
    }

    @Test
    void codesInAPictureADocumentAndTheTextAreLinks() throws Exception {
        Map<String, byte[]> files = analysed(MailBuilder.plain()
                .bodiless()
                .text("Please scan one of these codes with your telephone.\n\n" + drawn("https://text.example/1"))
                .attachment("code.png", "image/png", png(picture("https://picture.example/2")))
                .attachment("code.pdf", "application/pdf", pdf(picture("https://document.example/3"))));
        List<String> codes = found(files)
                .get("links")
                .valueStream()
                .filter(link -> link.get("context").asString().equals("qr-code"))
                .map(link ->
                        link.get("url").asString() + " " + link.path("place").asString())
                .toList();
        assertThat(codes)
                .containsExactlyInAnyOrder(
                        "https://text.example/1 text",
                        "https://picture.example/2 code.png",
                        "https://document.example/3 code.pdf › page 1");
        assertThat(report(files, "en")).contains("QR code: code.png");
        assertThat(report(files, "ja")).contains("QRコード：code.png");
    }

    private static BufferedImage letter(String... lines) {
        BufferedImage image = new BufferedImage(760, 80 + 44 * lines.length, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setBackground(Color.WHITE);
        pen.clearRect(0, 0, image.getWidth(), image.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font("Noto Sans CJK JP", Font.PLAIN, 26));
        for (int i = 0; i < lines.length; i++) {
            pen.drawString(lines[i], 30, 70 + 44 * i);
        }
        return image;
    }

    @Test
    void aMailThatIsAPictureIsReadOffIt() throws Exception {
        byte[] letter = png(letter(
                "Your Amazon account has been suspended.",
                "Please verify your account within 24 hours.",
                "Amazon Customer Service"));
        Map<String, byte[]> files = analysed(MailBuilder.plain()
                .bodiless()
                .subject("A message about Amazon")
                .html("<html><body><a href=\"https://pay.verify.example/\"><img src=\"cid:letter\"></a></body></html>")
                .attachment("letter.png", "image/png", letter));
        JsonNode found = found(files);
        List<String> rules = found.get("findings")
                .valueStream()
                .map(finding -> finding.get("rule").asString())
                .toList();
        assertThat(rules).contains("image-only", "lure-account-lock", "brand-impersonation");
        assertThat(found.at("/brand/name").asString()).isEqualTo("Amazon");
        assertThat(found.at("/purpose").asString()).isEqualTo("credentials");
        assertThat(found.get("evidence").toString()).contains("letter.png (OCR)");
        assertThat(report(files, "ja")).contains("画像から文字認識で読み取った内容").contains("has been suspended");
        assertThat(report(files, "en")).contains("Read off the picture by character recognition");
    }
}
