package gyotaku.report;

import gyotaku.model.ByteSpan;
import gyotaku.model.Sha256;
import gyotaku.model.Text;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Opened.State;
import gyotaku.model.mail.Prints;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.View;
import gyotaku.model.mail.Words;
import gyotaku.model.mail.Written;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;

/// The files of the sample mail: an archive with a page and a workbook in it, an archive that nobody opens, a PDF that
/// is cut off, a code.
final class SampleFiles {

    private final UnaryOperator<String> foreign;
    private final String recipient;

    SampleFiles(UnaryOperator<String> foreign, String recipient) {
        this.foreign = foreign;
        this.recipient = recipient;
    }

    private String f(String value) {
        return foreign.apply(value);
    }

    List<Attachment> attachments(ByteSpan body) {
        return List.of(
                attachment(
                        f("請求書_taro.yamada様.zip"), "application/zip", "application/zip", "1.2", body.end(), archive()),
                new Attachment(
                        f("パスワード付き.zip"),
                        "application/octet-stream",
                        "application/zip",
                        prints("1.3"),
                        5_000,
                        "1.3",
                        new ByteSpan(body.end() + 6_000, body.end() + 9_000),
                        Opened.of(State.LOCKED, "none of 3 passwords opens it"),
                        List.of(f("請求書.pdf"))),
                attachment(f("ご案内.pdf"), "application/pdf", "application/pdf", "1.4", body.end() + 9_000, document()));
    }

    List<Attachment> pictures(ByteSpan body) {
        Opened code = opened(
                State.READ,
                "",
                List.of(new Trait(Trait.Kind.QR_CODE, f("https://branchiish.aadkqlc.cn/q"))),
                List.of(new Written("QR", f("https://branchiish.aadkqlc.cn/q"), Link.Context.QR_CODE, "")),
                List.of(new Words(Words.Origin.RECOGNISED, "", f("こちらの QR コードから\nお手続きください"))),
                List.of(),
                List.of(new View("", 60, 60, png(60, 60))),
                List.of());
        return List.of(attachment(f("qr.png"), "image/png", "image/png", "1.5", body.end() + 12_000, code));
    }

    private Opened archive() {
        Opened page = opened(
                State.READ,
                "",
                List.of(
                        new Trait(Trait.Kind.PASSWORD_FIELD, f("name=pin")),
                        new Trait(Trait.Kind.SMUGGLING, f("new Blob([atob(d)])"))),
                List.of(new Written(f("明細を確認する"), f("https://collect.aadkqlc.cn/save.php"), Link.Context.FILE, "")),
                List.of(new Words(Words.Origin.WRITTEN, "", f(recipient + " 様 会員番号とパスワードを入力してください"))),
                List.of(),
                List.of(),
                List.of());
        Opened workbook = opened(
                State.READ,
                "",
                List.of(
                        new Trait(Trait.Kind.MACRO, f("ThisWorkbook.bas")),
                        new Trait(Trait.Kind.AUTO_RUN, f("Workbook_Open")),
                        new Trait(Trait.Kind.EXTERNAL_TEMPLATE, f("http://tpl.aadkqlc.cn/t.dotm"))),
                List.of(),
                List.of(),
                List.of(new Inside(
                        "xl/media/image1.png", "image/png", 4_102, prints("image1"), Opened.notLookedInto())),
                List.of(),
                List.of());
        return opened(
                State.READ,
                "",
                List.of(new Trait(Trait.Kind.PATH_ESCAPE, f("../../startup/2026.xlsm"))),
                List.of(),
                List.of(),
                List.of(
                        new Inside(f("請求書.html"), "text/html", 18_233, prints("page"), page),
                        new Inside(
                                f("../../startup/2026.xlsm"),
                                "application/vnd.ms-excel.sheet.macroEnabled.12",
                                48_220,
                                prints("workbook"),
                                workbook)),
                List.of(),
                List.of(new Truncated("count", 1_000, Text.of("以降のファイル", "the files after these"))));
    }

    private Opened document() {
        return opened(
                State.BROKEN,
                "the cross-reference table is missing",
                List.of(new Trait(Trait.Kind.OPEN_ACTION, f("/OpenAction 7 0 R"))),
                List.of(),
                List.of(new Words(Words.Origin.WRITTEN, "page 1", f("ANAマイレージクラブ 会員各位"))),
                List.of(),
                List.of(new View("page 1", 210, 297, png(210, 297))),
                List.of());
    }

    private static Opened opened(
            State state,
            String detail,
            List<Trait> traits,
            List<Written> links,
            List<Words> texts,
            List<Inside> files,
            List<View> views,
            List<Truncated> truncated) {
        return new Opened(state, detail, traits, links, texts, files, views, truncated, Optional.empty());
    }

    private static Attachment attachment(
            String name, String type, String looksLike, String path, int start, Opened opened) {
        return new Attachment(
                name, type, looksLike, prints(path), 5_000, path, new ByteSpan(start, start + 3_000), opened);
    }

    private static Prints prints(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try {
            String md5 =
                    HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
            return new Prints(Sha256.of(bytes), md5, "192:kTp" + content + ":kTp" + content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] png(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, width, height);
        drawing.setColor(Color.BLACK);
        drawing.fillRect(width / 4, height / 4, width / 4, height / 4);
        drawing.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
