package gyotaku.dissect.outlook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Sha256;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Enclosure.Wish;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Part;
import gyotaku.parse.mime.MimeMessage;
import gyotaku.parse.mime.Piece;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlookReaderTest {

    private static final byte[] PDF = "%PDF-1.7 nothing".getBytes(US_ASCII);

    private static MimeMessage mail(MsgBuilder file) {
        return Saved.mail(Saved.opened(file.bytes(), Wish.MESSAGE));
    }

    private static String header(MimeMessage mail, String name) {
        return mail.root().headers().stream()
                .filter(header -> header.is(name))
                .map(header -> header.body())
                .findFirst()
                .orElse("");
    }

    private static List<Part> parts(MimeMessage mail) {
        return mail.pieces().stream().map(Piece::part).toList();
    }

    @Test
    void aMessageBecomesMail() {
        MsgBuilder file = new MsgBuilder();
        file
                .root()
                .text(Tags.SUBJECT, "請求書のご確認")
                .text(Tags.REPRESENTING_NAME, "経理部")
                .text(Tags.REPRESENTING_SMTP, "keiri@example.com")
                .text(Tags.BODY, "ご確認ください。")
                .stream(Tags.HTML, 0x0102, "<p>ご確認ください。</p>".getBytes(UTF_8))
                .number(0x3fde, 65001)
                .recipient("Hanako", "hanako@example.net")
                .attachment("請求書.pdf", PDF);
        MimeMessage mail = mail(file);
        assertThat(header(mail, "From")).endsWith("<keiri@example.com>");
        assertThat(header(mail, "To")).isEqualTo("\"Hanako\" <hanako@example.net>");
        assertThat(header(mail, "Received")).isEmpty();
        assertThat(parts(mail))
                .extracting(Part::type)
                .containsExactly("text/plain", "text/html", "application/octet-stream");
        assertThat(parts(mail).get(0).text()).contains("ご確認ください。");
        assertThat(parts(mail).get(1).text()).contains("<p>ご確認ください。</p>");
        assertThat(parts(mail).get(2).fileName()).isEqualTo("請求書.pdf");
        assertThat(parts(mail).get(2).content()).isEqualTo(Sha256.of(PDF));
    }

    @Test
    void theHeaderThatItCameWithStaysButForItsParts() {
        MsgBuilder file = new MsgBuilder();
        file.root().text(Tags.SUBJECT, "changed later").text(Tags.BODY, "text").text(Tags.TRANSPORT_HEADERS, """
                        Received: from a.example.com (a.example.com [192.0.2.1])\r
                        \tby mx.example.net with ESMTP; Tue, 3 Jun 2025 10:00:00 +0900\r
                        Subject: as sent\r
                        Content-Type: multipart/mixed;\r
                        \tboundary="x"\r
                        MIME-Version: 1.0\r
                        X-Last: 1\r
                        \r
                        --x\r
                        Content-Type: text/html\r
                        """);
        MimeMessage mail = mail(file);
        assertThat(header(mail, "Received")).contains("by mx.example.net");
        assertThat(header(mail, "Subject")).isEqualTo("as sent");
        assertThat(header(mail, "X-Last")).isEqualTo("1");
        assertThat(parts(mail))
                .singleElement()
                .satisfies(part -> assertThat(part.type()).isEqualTo("text/plain"));
    }

    @Test
    void ansiTextIsReadByItsCodePage() {
        MsgBuilder file = new MsgBuilder();
        file.root().number(0x3ffd, 932).stream(
                Tags.BODY, 0x001e, "口座を確認してください".getBytes(Charset.forName("windows-31j")));
        assertThat(parts(mail(file)).getFirst().text()).contains("口座を確認してください");
    }

    @Test
    void htmlIsTakenOutOfTheRtfAroundIt() {
        String rtf = """
                {\\rtf1\\ansi\\ansicpg932\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fcharset128 MS Gothic;}}
                {\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 \\f0 \\'8c\\'fb\\'8d\\'c0\\u65311?{\\*\\htmltag84 <a href="https://login.example.com/">}x\\htmlrtf }\\htmlrtf0
                {\\*\\htmltag92 </a>}{\\*\\htmltag72 </p>}}""";
        MsgBuilder file = new MsgBuilder();
        file.root().stream(Tags.RTF, 0x0102, stored(rtf.getBytes(US_ASCII)));
        Part part = parts(mail(file)).getFirst();
        assertThat(part.type()).isEqualTo("text/html");
        assertThat(part.text().orElse("").replace("\r\n", ""))
                .isEqualTo("<p>口座？<a href=\"https://login.example.com/\">x</a></p>");
    }

    @Test
    void linksOfRtfStayLinks() {
        String rtf = """
                {\\rtf1\\ansi{\\field{\\*\\fldinst{HYPERLINK "https://evil.example/?a=1&b=2"}}{\\fldrslt{bank & co}}}\\par end}""";
        MsgBuilder file = new MsgBuilder();
        file.root().stream(Tags.RTF, 0x0102, stored(rtf.getBytes(US_ASCII)));
        assertThat(parts(mail(file)).getFirst().text().orElse(""))
                .isEqualTo(
                        "<html><body><a href=\"https://evil.example/?a=1&amp;b=2\">bank &amp; co</a><br>\r\nend</body></html>");
    }

    /// MS-OXRTFCP section 2.1.3.1.5: RTF that is kept as it is.
    private static byte[] stored(byte[] rtf) {
        return ByteBuffer.allocate(16 + rtf.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(rtf.length + 12)
                .putInt(rtf.length)
                .putInt(0x414c454d)
                .putInt(0)
                .put(rtf)
                .array();
    }

    /// The example of MS-OXRTFCP section 3.1.
    @Test
    void compressedRtfIsUnpacked() {
        int[] packed = {
            0x2d, 0, 0, 0, 0x2b, 0, 0, 0, 0x4c, 0x5a, 0x46, 0x75, 0xf1, 0xc5, 0xc7, 0xa7, 3, 0, 0x0a, 0, 0x72, 0x63,
            0x70, 0x67, 0x31, 0x32, 0x35, 0x42, 0x32, 0x0a, 0xf3, 0x20, 0x68, 0x65, 0x6c, 0x09, 0, 0x20, 0x62, 0x77,
            0x05, 0xb0, 0x6c, 0x64, 0x7d, 0x0a, 0x80, 0x0f, 0xa0
        };
        byte[] bytes = new byte[packed.length];
        for (int i = 0; i < packed.length; i++) {
            bytes[i] = (byte) packed[i];
        }
        assertThat(new String(CompressedRtf.unpacked(bytes), US_ASCII))
                .isEqualTo("{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
    }

    @Test
    void aSizeThatIsClaimedSetsNothingAside() {
        byte[] bomb = stored("{\\rtf1 small}".getBytes(US_ASCII));
        ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN).putInt(4, -1).putInt(8, 0x75465a4c);
        assertThat(CompressedRtf.unpacked(bomb).length).isLessThan(200);
    }

    @Test
    void rtfGroupsWithoutEndAreRead() {
        byte[] rtf = ("{\\rtf1 start" + "{\\b ".repeat(200_000) + "end").getBytes(US_ASCII);
        assertThat(RtfBody.read(rtf, "").text()).contains("start").contains("end");
    }

    @Test
    void aMessageInAMessageIsOne() {
        MsgBuilder file = new MsgBuilder();
        MsgBuilder.Storage inner = file.root().text(Tags.BODY, "see below").message();
        inner.text(Tags.SUBJECT, "inner").text(Tags.BODY, "inner text").attachment("a.pdf", PDF);
        inner.end();
        byte[] bytes = file.bytes();
        List<Part> parts = parts(Saved.mail(Saved.opened(bytes, Wish.MESSAGE)));
        assertThat(parts)
                .extracting(Part::type)
                .containsExactly("text/plain", "message/rfc822", "text/plain", "application/octet-stream");
        assertThat(Saved.opened(bytes, Wish.CONTENT).all()).anySatisfy(inside -> {
            assertThat(inside.name()).isEqualTo("a.pdf");
            assertThat(inside.prints().sha256()).isEqualTo(Sha256.of(PDF));
        });
    }

    @Test
    void headerLinesThatPropertiesBringAreOne() {
        MsgBuilder file = new MsgBuilder();
        file.root()
                .text(Tags.SUBJECT, "a\r\nBcc: x@example.com\r\n\r\nbody")
                .text(Tags.REPRESENTING_NAME, "n\"\r\nX-Evil: 1")
                .text(Tags.REPRESENTING_SMTP, "a@example.com>\r\nX-Evil: 1")
                .text(Tags.BODY, "text")
                .attachment("a\r\nX-Evil: 1.pdf", PDF);
        MimeMessage mail = mail(file);
        assertThat(header(mail, "Bcc") + header(mail, "X-Evil")).isEmpty();
        assertThat(parts(mail)).allSatisfy(part -> assertThat(part.headers()).noneMatch(header -> header.is("X-Evil")));
    }

    /// RELIABILITY: what is deep is cut and said, on the small stack of the child too.
    @ParameterizedTest
    @ValueSource(ints = {20, 10_000})
    void messagesInMessagesEndSomewhere(int deep) throws InterruptedException {
        Opened[] opened = new Opened[1];
        Thread builder = new Thread(null, () -> opened[0] = nested(deep), "deep", 512 << 20);
        builder.start();
        builder.join();
        assertThat(opened[0].message().isPresent() || opened[0].state() == Opened.State.BROKEN)
                .isTrue();
        if (deep == 20) {
            assertThat(opened[0].truncated()).extracting(Truncated::limit).contains("depth");
            assertThat(parts(Saved.mail(opened[0])))
                    .filteredOn(part -> part.type().equals("text/plain"))
                    .hasSize(Item.DEEPEST + 1);
        }
    }

    private static Opened nested(int deep) {
        MsgBuilder file = new MsgBuilder();
        MsgBuilder.Storage storage = file.root().text(Tags.BODY, "top");
        for (int i = 0; i < deep; i++) {
            storage = storage.message().text(Tags.BODY, "level " + i);
            storage.end();
        }
        byte[] bytes = file.bytes();
        Opened[] opened = new Opened[1];
        Thread child = new Thread(null, () -> opened[0] = Saved.opened(bytes, Wish.MESSAGE), "child", 512 << 10);
        child.start();
        try {
            child.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return opened[0];
    }

    @Test
    void aBrokenFileEndsReadingAndNothingElse() {
        MsgBuilder made = new MsgBuilder();
        made.root().text(Tags.SUBJECT, "s").text(Tags.BODY, "b").attachment("a.pdf", PDF);
        byte[] whole = made.bytes();
        for (int at = 0; at < whole.length; at += 13) {
            byte[] cut = Arrays.copyOf(whole, at);
            assertThat(Saved.opened(cut, Wish.MESSAGE)).isNotNull();
            byte[] changed = whole.clone();
            changed[at] ^= (byte) 0xff;
            assertThat(Saved.opened(changed, Wish.MESSAGE)).isNotNull();
        }
    }

    @Test
    void chainsOfSectorsThatBiteTheirTailAreSeen() {
        MsgBuilder made = new MsgBuilder();
        made.root().text(Tags.BODY, "b").attachment("a.bin", new byte[100_000]);
        byte[] file = made.bytes();
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int table = (buffer.getInt(76) + 1) * 512;
        for (int entry = 0; entry < 128; entry++) {
            if (buffer.getInt(table + entry * 4) > 2) {
                buffer.putInt(table + entry * 4, entry);
            }
        }
        Opened opened = Saved.opened(file, Wish.MESSAGE);
        assertThat(opened.state()).isEqualTo(Opened.State.BROKEN);
    }
}
