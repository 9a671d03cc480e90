package gyotaku.dissect.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import gyotaku.dissect.Dissector;
import gyotaku.model.Limits;
import gyotaku.model.RawMail;
import gyotaku.model.mail.Link;
import gyotaku.parse.MailParser;
import gyotaku.parse.Reading;
import gyotaku.testkit.MailBuilder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Codes that a mail draws without a picture, or with two.
class DrawnCodesTest {

    private static final String URL = "https://pay.example/v?4711";

    private static List<Link> codes(MailBuilder mail) {
        MailParser parser = new MailParser(Limits.standard(), name -> name, List.of());
        return switch (parser.parse(RawMail.of(mail.bytes()), new Dissector(Limits.standard()))) {
            case Reading.Mail(var read) ->
                read.links().stream()
                        .filter(link -> link.context() == Link.Context.QR_CODE)
                        .toList();
            case Reading.NotMail no -> throw new AssertionError(no);
        };
    }

    private static BitMatrix code() {
        try {
            return new QRCodeWriter().encode(URL, BarcodeFormat.QR_CODE, 0, 0);
        } catch (com.google.zxing.WriterException e) {
            throw new AssertionError(e);
        }
    }

    private enum Pen {
        FULL,
        WIDE_HASHES,
        TERMINAL,
        HALVES,
        SIDES,
        BRAILLE,
        SQUARES;

        String draw(BitMatrix code) {
            return switch (this) {
                case FULL -> points(code, "██", "  ");
                case WIDE_HASHES -> points(code, "##", "  ");
                case TERMINAL -> points(code, "  ", "██");
                case HALVES -> blocks(code, 1, 2, " ▀▄█");
                case SIDES -> blocks(code, 2, 1, " ▌▐█");
                case BRAILLE -> braille(code);
                case SQUARES -> points(code, "⬛", "⬜");
            };
        }
    }

    private static String points(BitMatrix code, String dark, String light) {
        return rows(code, 1, (x, y) -> code.get(x, y) ? dark : light, 1);
    }

    private static String blocks(BitMatrix code, int wide, int high, String letters) {
        return rows(
                code,
                wide,
                (x, y) -> {
                    int first = at(code, x, y) ? 1 : 0;
                    int second = at(code, x + wide - 1, y + high - 1) ? 2 : 0;
                    return letters.substring(first + second, first + second + 1);
                },
                high);
    }

    private static String braille(BitMatrix code) {
        int[][] dots = {{0, 3}, {1, 4}, {2, 5}, {6, 7}};
        return rows(
                code,
                2,
                (x, y) -> {
                    int letter = 0x2800;
                    for (int i = 0; i < 8; i++) {
                        letter |= at(code, x + i % 2, y + i / 2) ? 1 << dots[i / 2][i % 2] : 0;
                    }
                    return Character.toString(letter);
                },
                4);
    }

    private interface Cell {
        String at(int x, int y);
    }

    private static String rows(BitMatrix code, int wide, Cell cell, int high) {
        return IntStream.iterate(0, y -> y < code.getHeight(), y -> y + high)
                .mapToObj(y -> IntStream.iterate(0, x -> x < code.getWidth(), x -> x + wide)
                        .mapToObj(x -> cell.at(x, y))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean at(BitMatrix code, int x, int y) {
        return x < code.getWidth() && y < code.getHeight() && code.get(x, y);
    }

    @ParameterizedTest
    @EnumSource
    void lettersAreSeenAsTheyAreSeenByAReader(Pen pen) {
        String drawn = pen.draw(code());
        String page = "<p>Scan this:</p><pre>" + drawn + "</pre>";
        List<MailBuilder> mails = List.of(
                MailBuilder.plain().bodiless().text("Scan this:\n\n" + drawn + "\nThank you.\n"),
                MailBuilder.plain().bodiless().html(page),
                MailBuilder.plain()
                        .bodiless()
                        .html("<div>" + drawn.replace(" ", "&nbsp;").replace("\n", "<br>\n") + "</div>"));
        for (MailBuilder mail : mails) {
            List<Link> found = codes(mail);
            assertThat(found).extracting(Link::written).containsExactly(URL);
            assertThat(found).extracting(Link::place).containsExactly("text");
        }
    }

    private static String table(String dark, String light) {
        BitMatrix code = code();
        return "<table cellspacing=0 cellpadding=0>"
                + rows(code, 1, (x, y) -> (x == 0 ? "<tr>" : "") + (code.get(x, y) ? dark : light), 1)
                + "</table>";
    }

    @Test
    void cellsOfATableAreSeen() {
        String plain = table("<td bgcolor=black></td>", "<td></td>");
        String styled = table(
                "<td style='background:#123456;width:4px;height:4px'></td>", "<td style='width:4px;height:4px'></td>");
        for (String page : List.of(plain, styled, "<table><tr><td>" + plain + "</td></tr></table>")) {
            List<Link> found = codes(MailBuilder.plain().bodiless().html(page));
            assertThat(found).extracting(Link::written).containsExactly(URL);
            assertThat(found).extracting(Link::place).containsExactly("table");
        }
    }

    @Test
    void runsOfCellsMayBeOneWideCell() {
        BitMatrix code = code();
        StringBuilder page = new StringBuilder("<table>");
        for (int y = 0; y < code.getHeight(); y++) {
            page.append("<tr>");
            int from = 0;
            for (int x = 1; x <= code.getWidth(); x++) {
                if (x == code.getWidth() || code.get(x, y) != code.get(from, y)) {
                    page.append("<td colspan=").append(x - from).append(code.get(from, y) ? " bgcolor=#000>" : ">");
                    from = x;
                }
            }
        }
        assertThat(codes(MailBuilder.plain().bodiless().html(page + "</table>")))
                .extracting(Link::written)
                .containsExactly(URL);
    }

    @Test
    void tablesAndDrawingsOfOtherThingsAreNoCodes() {
        String sheet = "<table>" + "<tr><td bgcolor=#333>1</td><td>2</td></tr>".repeat(40) + "</table>";
        String stars = "*".repeat(40) + "\n";
        assertThat(codes(MailBuilder.plain().bodiless().html(sheet))).isEmpty();
        assertThat(codes(MailBuilder.plain().bodiless().text(stars.repeat(30)))).isEmpty();
    }

    private static byte[] part(int x, int y, int width, int height) throws IOException {
        BitMatrix code = code();
        BufferedImage image = new BufferedImage(width * 4, height * 4, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < height * 4; row++) {
            for (int column = 0; column < width * 4; column++) {
                image.setRGB(column, row, code.get(x + column / 4, y + row / 4) ? 0 : 0xffffff);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void aCodeThatIsCutInTwoPicturesIsRead() throws IOException {
        int side = code().getWidth();
        int half = side / 2;
        List<Link> beside = codes(MailBuilder.plain()
                .attachment("a.png", "image/png", part(0, 0, half, side))
                .attachment("b.png", "image/png", part(half, 0, side - half, side)));
        List<Link> above = codes(MailBuilder.plain()
                .attachment("a.png", "image/png", part(0, 0, side, half))
                .attachment("b.png", "image/png", part(0, half, side, side - half)));
        assertThat(beside).extracting(Link::written).containsExactly(URL);
        assertThat(beside).extracting(Link::place).containsExactly("a.png + b.png");
        assertThat(above).extracting(Link::written).containsExactly(URL);
    }
}
