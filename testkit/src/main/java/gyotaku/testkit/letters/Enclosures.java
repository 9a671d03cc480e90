package gyotaku.testkit.letters;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import gyotaku.testkit.letters.Letter.Enclosure;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/// Inert attachments and pictures, made by code.
final class Enclosures {

    private static final int QR = 220;
    private static final int LINE = 26;
    private static final int WIDTH = 640;
    private static final int FONT = 16;
    private static final int CHARACTERS = 38;

    private Enclosures() {}

    /// The octets of an attachment; `url` is the link that it carries, or empty.
    static byte[] of(Enclosure enclosure, String url) throws IOException {
        return switch (enclosure.extension()) {
            case "zip" -> zip(List.of(inner(enclosure.holds())), List.of("inert test data\r\n" + enclosure.holds()));
            case "docx", "docm" ->
                office("word/document.xml", "wordprocessingml.document.main", word(enclosure.holds(), url));
            case "xlsx", "xlsm" -> office("xl/workbook.xml", "spreadsheetml.sheet.main", "<workbook/>");
            case "pptx" -> office("ppt/presentation.xml", "presentationml.presentation.main", "<presentation/>");
            case "pdf" -> pdf(drawn(enclosure.holds(), url), url);
            case "html", "htm", "shtml" -> page(enclosure.holds(), url);
            case "png" -> png(drawn(enclosure.holds(), url));
            default -> enclosure.holds().getBytes(StandardCharsets.UTF_8);
        };
    }

    /// The text as one picture.
    static byte[] picture(String text) throws IOException {
        return png(drawn(text, ""));
    }

    private static String inner(String holds) {
        String mark = "zip of ";
        return holds.startsWith(mark) ? holds.substring(mark.length()).split("[ ,]", 2)[0] : "document.txt";
    }

    private static byte[] zip(List<String> names, List<String> contents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (int n = 0; n < names.size(); n++) {
                ZipEntry entry = new ZipEntry(names.get(n));
                entry.setTimeLocal(java.time.LocalDateTime.of(2025, 1, 6, 9, 0));
                out.putNextEntry(entry);
                out.write(contents.get(n).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] office(String part, String type, String content) throws IOException {
        return zip(
                List.of("[Content_Types].xml", "_rels/.rels", part),
                List.of(
                        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                + "<Override PartName=\"/" + part
                                + "\" ContentType=\"application/vnd.openxmlformats-officedocument." + type
                                + "+xml\"/></Types>",
                        "<?xml version=\"1.0\"?><Relationships"
                                + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\""
                                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                                + " Target=\"" + part + "\"/></Relationships>",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content));
    }

    private static String word(String holds, String url) {
        return "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"
                + Pages.escaped(holds + " " + url) + "</w:t></w:r></w:p></w:body></w:document>";
    }

    private static byte[] page(String holds, String url) {
        String form = url.isEmpty()
                ? ""
                : "<form method=\"post\" action=\"" + Pages.escaped(url) + "\"><input name=\"email\" type=\"text\">"
                        + "<input name=\"password\" type=\"password\"><input type=\"submit\" value=\"表示\"></form>";
        return ("<!DOCTYPE html>\n<html lang=\"ja\"><head><meta charset=\"utf-8\"><title>" + Pages.escaped(holds)
                        + "</title></head>\n<body><p>" + Pages.escaped(holds) + "</p>" + form + "</body></html>\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static BufferedImage drawn(String text, String url) {
        List<String> lines = text.lines()
                .flatMap(line -> line.isEmpty() ? java.util.stream.Stream.of("") : cut(line))
                .toList();
        int height = LINE * (lines.size() + 2) + (url.isEmpty() ? 0 : QR);
        BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, height);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font("Noto Sans CJK JP", Font.PLAIN, FONT));
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        for (int n = 0; n < lines.size(); n++) {
            pen.drawString(lines.get(n), LINE / 2, LINE * (n + 1));
        }
        if (!url.isEmpty()) {
            pen.drawImage(code(url), LINE / 2, LINE * (lines.size() + 1), null);
        }
        pen.dispose();
        return image;
    }

    private static java.util.stream.Stream<String> cut(String line) {
        List<String> pieces = new java.util.ArrayList<>();
        for (int at = 0; at < line.length(); at += CHARACTERS) {
            pieces.add(line.substring(at, Math.min(line.length(), at + CHARACTERS)));
        }
        return pieces.stream();
    }

    private static BufferedImage code(String url) {
        try {
            BitMatrix matrix = new QRCodeWriter().encode(url, BarcodeFormat.QR_CODE, QR, QR);
            BufferedImage image = new BufferedImage(QR, QR, BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < QR; y++) {
                for (int x = 0; x < QR; x++) {
                    image.setRGB(x, y, matrix.get(x, y) ? 0 : 0xFFFFFF);
                }
            }
            return image;
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code for " + url, e);
        }
    }

    private static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /// A page with the picture, and over it the link as an annotation (ISO 32000-1 12.5.6.5).
    private static byte[] pdf(BufferedImage image, String url) throws IOException {
        int height = image.getHeight();
        byte[] pixels = deflated(image);
        String content = "q " + WIDTH + " 0 0 " + height + " 0 0 cm /I Do Q";
        String annotations = url.isEmpty()
                ? ""
                : " /Annots [<< /Type /Annot /Subtype /Link /Border [0 0 0] /Rect [0 0 " + WIDTH + " " + height
                        + "] /A << /S /URI /URI (" + url.replace("(", "%28").replace(")", "%29") + ") >> >>]";
        List<String> heads = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 " + WIDTH + " " + height
                        + "] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >>" + annotations + " >>",
                "<< /Length " + content.length() + " >>",
                "<< /Type /XObject /Subtype /Image /Width " + WIDTH + " /Height " + height
                        + " /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode /Length " + pixels.length
                        + " >>");
        List<byte[]> streams =
                List.of(new byte[0], new byte[0], new byte[0], content.getBytes(StandardCharsets.US_ASCII), pixels);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StringBuilder table = new StringBuilder("xref\n0 6\n0000000000 65535 f \n");
        write(out, "%PDF-1.4\n");
        for (int n = 0; n < heads.size(); n++) {
            table.append("%010d 00000 n \n".formatted(out.size()));
            write(out, (n + 1) + " 0 obj\n" + heads.get(n) + "\n");
            if (streams.get(n).length > 0) {
                write(out, "stream\n");
                out.writeBytes(streams.get(n));
                write(out, "\nendstream\n");
            }
            write(out, "endobj\n");
        }
        int start = out.size();
        write(out, table + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n");
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] deflated(BufferedImage image) {
        byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3];
        int at = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int colour = image.getRGB(x, y);
                rgb[at++] = (byte) (colour >> 16);
                rgb[at++] = (byte) (colour >> 8);
                rgb[at++] = (byte) colour;
            }
        }
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(rgb);
            deflater.finish();
            byte[] buffer = new byte[rgb.length + 1024];
            return java.util.Arrays.copyOf(buffer, deflater.deflate(buffer));
        }
    }
}
