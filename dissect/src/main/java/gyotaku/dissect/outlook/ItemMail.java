package gyotaku.dissect.outlook;

import gyotaku.dissect.outlook.Item.Enclosed;
import gyotaku.dissect.outlook.Properties.Encoded;
import gyotaku.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Writes a message of Outlook as mail (RFC 5322, RFC 2045), as MS-OXCMAIL section 2.1 maps the one to the other.
final class ItemMail {

    private static final Base64.Encoder BASE64 = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final String seed;
    private final int most;
    private int boundaries;
    private boolean full;

    private ItemMail(String seed, int most) {
        this.seed = seed;
        this.most = most;
    }

    /// @param full whether attachments had to be left empty
    record Written(byte[] bytes, boolean full) {}

    /// @param file that the message was read from: its digest makes boundaries that cannot be known before
    /// @param most bytes that the mail may have; attachments that do not fit are empty
    static Written write(Item item, byte[] file, int most) {
        ItemMail mail = new ItemMail(Sha256.of(file).hex().substring(0, 32), most);
        mail.message(item);
        return new Written(mail.out.toByteArray(), mail.full);
    }

    private void message(Item item) {
        raw(ItemHeader.of(item));
        line("MIME-Version: 1.0");
        content(item);
    }

    private void content(Item item) {
        Optional<byte[]> signed = SignedItem.entity(item);
        if (signed.isPresent()) {
            out.writeBytes(signed.get());
            return;
        }
        List<Encoded> plain = new ArrayList<>();
        List<Encoded> html = new ArrayList<>();
        texts(item.properties(), plain, html);
        if (item.attachments().isEmpty()) {
            body(plain, html);
            return;
        }
        String boundary = multipart("mixed");
        if (!plain.isEmpty() || !html.isEmpty()) {
            open(boundary);
            body(plain, html);
        }
        for (Enclosed attachment : item.attachments()) {
            open(boundary);
            attachment(attachment);
        }
        close(boundary);
    }

    /// The body in every form that is kept. The RTF is what Outlook shows when there is no HTML.
    private static void texts(Properties properties, List<Encoded> plain, List<Encoded> html) {
        properties.encoded(Tags.BODY).ifPresent(plain::add);
        properties.encoded(Tags.HTML).ifPresent(html::add);
        if (html.isEmpty()) {
            properties
                    .bytes(Tags.RTF)
                    .map(CompressedRtf::unpacked)
                    .filter(rtf -> rtf.length > 0)
                    .map(rtf -> RtfBody.read(rtf, properties.encoding()))
                    .ifPresent(shown -> {
                        Encoded text = new Encoded(shown.text().getBytes(StandardCharsets.UTF_8), "utf-8");
                        if (shown.html()) {
                            html.add(text);
                        } else if (plain.isEmpty()) {
                            plain.add(text);
                        }
                    });
        }
    }

    private void body(List<Encoded> plain, List<Encoded> html) {
        if (plain.size() + html.size() > 1) {
            String boundary = multipart("alternative");
            plain.forEach(text -> text(boundary, "text/plain", text));
            html.forEach(text -> text(boundary, "text/html", text));
            close(boundary);
        } else if (!html.isEmpty()) {
            text("text/html", html.getFirst());
        } else {
            text("text/plain", plain.isEmpty() ? new Encoded(new byte[0], "us-ascii") : plain.getFirst());
        }
    }

    private void text(String boundary, String type, Encoded text) {
        open(boundary);
        text(type, text);
    }

    private void text(String type, Encoded text) {
        line("Content-Type: " + type + (text.label().isEmpty() ? "" : "; charset=" + text.label()));
        base64(text.bytes());
    }

    private void attachment(Enclosed attachment) {
        Properties properties = attachment.properties();
        if (attachment.message().isPresent()) {
            line("Content-Type: message/rfc822");
            line("Content-Disposition: attachment" + ItemHeader.fileName(name(properties)));
            line("");
            message(attachment.message().get());
            line("");
            return;
        }
        String name = name(properties);
        String type = properties.text(Tags.ATTACH_MIME_TAG);
        line("Content-Type: " + (ItemHeader.isMediaType(type) ? type : "application/octet-stream"));
        String id = ItemHeader.oneLine(properties.text(Tags.ATTACH_CONTENT_ID));
        line("Content-Disposition: " + (id.isEmpty() ? "attachment" : "inline") + ItemHeader.fileName(name));
        if (!id.isEmpty()) {
            line("Content-ID: <" + id + ">");
        }
        byte[] data = attachment.data();
        boolean fits = out.size() + data.length / 3L * 4 + data.length / 40 < most;
        full |= !fits;
        base64(fits ? data : new byte[0]);
    }

    private static String name(Properties properties) {
        for (int tag : new int[] {Tags.ATTACH_LONG_FILE_NAME, Tags.ATTACH_FILE_NAME, Tags.DISPLAY_NAME}) {
            String name = properties.text(tag);
            if (!name.isBlank()) {
                return name;
            }
        }
        return "";
    }

    private String multipart(String kind) {
        String boundary = "_" + seed + "_" + boundaries++;
        line("Content-Type: multipart/" + kind + "; boundary=\"" + boundary + "\"");
        line("");
        return boundary;
    }

    private void open(String boundary) {
        line("--" + boundary);
    }

    private void close(String boundary) {
        line("--" + boundary + "--");
    }

    private void base64(byte[] content) {
        line("Content-Transfer-Encoding: base64");
        line("");
        out.writeBytes(BASE64.encode(content));
        line("");
    }

    private void line(String line) {
        raw(line.getBytes(StandardCharsets.UTF_8));
        out.write('\r');
        out.write('\n');
    }

    private void raw(byte[] bytes) {
        out.writeBytes(bytes);
    }
}
