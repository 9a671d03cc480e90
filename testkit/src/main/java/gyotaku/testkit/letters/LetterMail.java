package gyotaku.testkit.letters;

import gyotaku.testkit.EncodedWord;
import gyotaku.testkit.Transfer;
import gyotaku.testkit.letters.Letter.Enclosure;
import gyotaku.testkit.letters.Letter.Link;
import gyotaku.testkit.letters.Traits.Form;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Makes the whole mail of a letter, as it lies in the mailbox of the receiver. The same letter gives the same octets;
/// pictures of text need a Japanese font on the machine, else their signs are boxes.
public final class LetterMail {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.JAPAN);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.JAPAN);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy.MM.dd.HH.mm.ss", Locale.ROOT);
    private static final List<Receiver> RECEIVERS = Receiver.all();
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT);
    private static final int Q_TEXT = 6;
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final DateTimeFormatter PACIFIC_NAME = DateTimeFormatter.ofPattern(" (z)", Locale.ENGLISH);
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final Letter letter;
    private final Draw draw;
    private final Traits traits;
    private final Route route;
    private final ZonedDateTime handed;
    private final Filling filling;
    private final Charset charset;
    private final String charsetName;
    private final Transfer transfer;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private LetterMail(Letter file) {
        draw = new Draw(file.id());
        traits = Traits.of(file, RECEIVERS);
        letter = file.sentTo(traits.address());
        route = Route.of(letter, draw);
        handed = traits.date().plusSeconds(2 + draw.below("way takes", 40));
        filling = new Filling(draw, values());
        String all = filled(letter.subject() + letter.text() + letter.fromName() + letter.hidden())
                + letter.links().stream().map(Link::text).toList();
        Encoding encoding = encoding(all);
        charset = encoding.charset();
        charsetName = encoding.name();
        transfer = encoding.transfer();
    }

    /// The octets of the mail.
    public static byte[] of(Letter letter) throws IOException {
        return new LetterMail(letter).mail();
    }

    private record Encoding(Charset charset, String name, Transfer transfer) {}

    /// What the trait says, or UTF-8 where the charset has not all signs.
    private Encoding encoding(String text) {
        Encoding drawn = switch (traits.charset()) {
            case UTF8_BASE64 -> new Encoding(StandardCharsets.UTF_8, "UTF-8", Transfer.BASE64);
            case UTF8_QP -> new Encoding(StandardCharsets.UTF_8, "utf-8", Transfer.QUOTED_PRINTABLE);
            case UTF8_8BIT -> new Encoding(StandardCharsets.UTF_8, "utf-8", Transfer.EIGHT_BIT);
            case ISO2022JP -> new Encoding(Charset.forName("ISO-2022-JP"), "ISO-2022-JP", Transfer.SEVEN_BIT);
            case SHIFT_JIS -> new Encoding(Charset.forName("windows-31j"), "Shift_JIS", Transfer.BASE64);
        };
        return drawn.charset().newEncoder().canEncode(text)
                ? drawn
                : new Encoding(StandardCharsets.UTF_8, "UTF-8", Transfer.BASE64);
    }

    private Map<String, String> values() {
        List<String> person = traits.person();
        ZonedDateTime day = traits.date().withZoneSameInstant(JAPAN);
        Map<String, String> values = new HashMap<>();
        values.put("name", person.get(0) + (draw.percent("space in name", 50) ? " " : "") + person.get(1));
        values.put("address", traits.address());
        values.put("local", person.get(2));
        values.put("date", DAY.format(day));
        values.put("time", TIME.format(day));
        values.put("token", draw.token("token", 10 + draw.below("token length", 20)));
        values.put("order", draw.digits("o1", 3) + "-" + draw.digits("o2", 7) + "-" + draw.digits("o3", 7));
        values.put("amount", "%,d".formatted(980 + 10 * draw.below("amount", 9000)));
        values.put("to", traits.address());
        values.put("todomain", Letter.domain(traits.address()));
        values.put("from", letter.fromAddress());
        values.put("fromdomain", letter.fromDomain());
        values.put("envelope", new Filling(draw, Map.copyOf(values)).in(route.envelope()));
        values.put("envelopedomain", Letter.domain(route.envelope()));
        values.put("helo", route.helo());
        values.put("rdns", route.rdns());
        values.put("ip", route.ip());
        values.put("spf", route.spf());
        values.put(
                "Spf",
                route.spf().substring(0, 1).toUpperCase(Locale.ROOT)
                        + route.spf().substring(1));
        values.put(
                "designation",
                route.spf().equals("pass")
                        ? "designates " + route.ip() + " as permitted sender"
                        : "does not designate " + route.ip() + " as permitted sender");
        values.put("dkim", route.dkim());
        values.put("verified", route.dkim().equals("pass") ? "signature was verified" : "signature did not verify");
        values.put("dmarc", route.dmarc());
        values.put(
                "policy",
                route.dmarc().equals("pass") ? draw.of("policy", List.of("NONE", "QUARANTINE", "REJECT")) : "NONE");
        values.put(
                "compauth",
                route.dmarc().equals("pass")
                        ? "pass reason=100"
                        : route.spf().equals("pass") ? "none reason=405" : "fail reason=001");
        values.put("signer", route.signer());
        values.put("selector", route.selector());
        values.put("stamp", STAMP.format(handed.withZoneSameInstant(PACIFIC)));
        values.put("epoch", Long.toString(traits.date().toInstant().toEpochMilli()));
        values.put("moment", MOMENT.format(day));
        values.put("fold", "\n       ");
        return values;
    }

    private byte[] mail() throws IOException {
        traits.receiver().above().forEach(this::field);
        traits.receiver()
                .lines()
                .forEach(line -> field("Received: " + line.text().replace("{date}", dated(line))));
        traits.receiver().below().forEach(this::field);
        for (int n = 0; n < route.inner().size(); n++) {
            ZonedDateTime time = handed.minusSeconds(n + 1L);
            field("Received: "
                    + route.inner()
                            .get(n)
                            .replace("{date}", Filling.date(time))
                            .replace("{dateutc}", Filling.date(time, "UTC"))
                            .replace("{datepacific}", pacific(time)));
        }
        if (!route.signer().isEmpty()) {
            signature();
        }
        senderFields().forEach(this::field);
        body();
        return out.toByteArray();
    }

    private String dated(Receiver.Line line) {
        ZonedDateTime time = handed.plusSeconds(line.after());
        return line.zone().startsWith("+") ? Filling.date(time, "UTC" + line.zone()) + line.comment() : pacific(time);
    }

    private static String pacific(ZonedDateTime time) {
        return Filling.date(time, PACIFIC.getId()) + PACIFIC_NAME.format(time.withZoneSameInstant(PACIFIC));
    }

    /// The mailer that fits the way: a mail service shows none of a person's.
    private String mailer() {
        String drawn = traits.mailer();
        boolean program = drawn.contains("PHPMailer") || drawn.contains("JavaMail");
        return switch (route.way()) {
            case "google", "yahoo" -> "";
            case "icloud" -> "X-Mailer: iPhone Mail (21F90)";
            case "microsoft" -> drawn.contains("Outlook") ? drawn : "";
            case "ses", "sendgrid" -> program ? drawn : "";
            case "cuenote" -> drawn.isEmpty() ? "" : "X-Mailer: CuenoteFC";
            default -> drawn;
        };
    }

    private void signature() {
        field(
                "DKIM-Signature: v=1; a=rsa-sha256; c=" + draw.of("c", List.of("relaxed/relaxed", "relaxed/simple"))
                        + "; d=" + route.signer() + "; s=" + route.selector() + "; t=" + handed.toEpochSecond()
                        + "; h=from:to:subject:date:message-id:mime-version:content-type;\n bh={base64:43:bh}=;\n b={base64:70:b1}\n {base64:70:b2}\n {base64:70:b3}\n {base64:70:b4}\n {base64:62:b5}==");
    }

    private List<String> senderFields() {
        String from = "From: " + mailbox(letter.fromName(), letter.fromAddress());
        String to = "To: "
                + (draw.percent("to by name", 35)
                        ? mailbox(String.join(" ", traits.person().subList(0, 2)), traits.address())
                        : draw.percent("brackets", 50) ? "<" + traits.address() + ">" : traits.address());
        String subject = "Subject: " + encoded(filled(letter.subject()));
        String date = "Date: " + Filling.date(traits.date());
        String id = "Message-ID: " + route.messageId();
        List<String> fields = new ArrayList<>(draw.of(
                "order",
                List.of(
                        List.of(date, from, to, id, subject),
                        List.of(from, to, subject, date, id),
                        List.of(id, date, subject, from, to),
                        List.of(to, subject, from, date, id),
                        List.of(from, subject, to, id, date))));
        if (!letter.replyTo().isEmpty()) {
            fields.add("Reply-To: " + letter.replyTo());
        }
        fields.add("MIME-Version: 1.0");
        if (letter.list()) {
            fields.addAll(listFields());
        }
        if (!mailer().isEmpty()) {
            fields.add(draw.below("mailer at", 2) * fields.size(), mailer());
        }
        if (draw.percent("priority", 12)) {
            fields.add("X-Priority: 3");
        }
        return fields;
    }

    private List<String> listFields() {
        String domain = letter.fromDomain();
        return draw.of(
                "list",
                List.of(
                        List.of("List-Unsubscribe: <https://" + domain + "/u/{token:24:lu}>", "Precedence: bulk"),
                        List.of(
                                "List-Unsubscribe: <mailto:unsubscribe@" + domain + "?subject={token:12:lu}>, <https://"
                                        + domain + "/optout?t={token:16:lv}>",
                                "List-Unsubscribe-Post: List-Unsubscribe=One-Click"),
                        List.of(
                                "List-Id: <news." + domain + ">",
                                "List-Unsubscribe: <https://" + domain + "/optout?t={token:16:lv}>",
                                "Feedback-ID: {digits:6}:{digits:4}:mail:" + domain)));
    }

    private String mailbox(String name, String address) {
        if (name.isEmpty()) {
            return address;
        }
        String shown = filled(name);
        boolean ascii = shown.chars().allMatch(c -> c < 127);
        return (ascii ? "\"" + shown + "\"" : encoded(shown)) + " <" + filled(address) + ">";
    }

    private String encoded(String text) {
        if (text.chars().allMatch(c -> c < 127)) {
            return text;
        }
        EncodedWord way =
                transfer == Transfer.QUOTED_PRINTABLE && draw.percent("q words", 60) ? EncodedWord.Q : EncodedWord.B;
        int step = way == EncodedWord.Q ? Q_TEXT : text.length();
        StringBuilder words = new StringBuilder();
        for (int at = 0; at < text.length(); at = cut(text, at + step)) {
            words.append(words.isEmpty() ? "" : " ")
                    .append(way.of(text.substring(at, cut(text, at + step)), charset, charsetName));
        }
        return words.toString().replace("?= =?", "?=\n =?");
    }

    /// Not within a pair of surrogates, not behind the end.
    private static int cut(String text, int at) {
        return at >= text.length() ? text.length() : Character.isLowSurrogate(text.charAt(at)) ? at + 1 : at;
    }

    private String filled(String text) {
        return filling.in(text);
    }

    /// A field: its marks filled, what DKIM did not find left out, the line ends those of the mail.
    private void field(String template) {
        write(withoutEmptySigner(filling.in(template)) + "\n");
    }

    private static String withoutEmptySigner(String field) {
        int at = field.indexOf("dkim=none");
        if (at < 0) {
            return field;
        }
        int end = field.indexOf(';', at);
        return field.substring(0, at) + "dkim=none" + (end < 0 ? "" : field.substring(end));
    }

    private void body() throws IOException {
        List<Enclosure> enclosures = letter.attachments();
        if (enclosures.isEmpty()) {
            content();
            return;
        }
        String boundary = boundary("mixed");
        write("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\n\n--" + boundary + "\n");
        content();
        for (Enclosure enclosure : enclosures) {
            write("--" + boundary + "\n");
            attachment(enclosure);
        }
        write("--" + boundary + "--\n");
    }

    private void content() throws IOException {
        List<Link> links = letter.links().stream()
                .map(l -> new Link(filled(l.text()), filled(l.url())))
                .toList();
        Pages pages =
                new Pages(List.of(filled(letter.text()).strip().split("\n\n")), links, filled(letter.hidden()), draw);
        if (letter.picture() && traits.form() == Form.HTML) {
            pictured(pages);
            return;
        }
        switch (traits.form()) {
            case PLAIN -> text("text/plain", pages.plain());
            case HTML -> text("text/html", pages.html(traits.style(), charsetName, ""));
            case BOTH -> {
                String boundary = boundary("alternative");
                write("Content-Type: multipart/alternative; boundary=\"" + boundary + "\"\n\n--" + boundary + "\n");
                text("text/plain", pages.plain());
                write("--" + boundary + "\n");
                text("text/html", pages.html(traits.style(), charsetName, ""));
                write("--" + boundary + "--\n");
            }
        }
    }

    private void pictured(Pages pages) throws IOException {
        String boundary = boundary("related");
        String id = draw.hex("cid", 12) + "@" + letter.fromDomain();
        write("Content-Type: multipart/related; boundary=\"" + boundary + "\"\n\n--" + boundary + "\n");
        text("text/html", pages.html(traits.style(), charsetName, id));
        String text = filled(letter.text());
        for (int n = 0; n < letter.links().size(); n++) {
            text = text.replace(
                    "[[" + (n + 1) + "]]", filled(letter.links().get(n).text()));
        }
        write("--" + boundary + "\nContent-Type: image/png\nContent-ID: <" + id
                + ">\nContent-Transfer-Encoding: base64\n\n");
        base64(Enclosures.picture(text));
        write("--" + boundary + "--\n");
    }

    private void attachment(Enclosure enclosure) throws IOException {
        String url = enclosure.link() == 0
                ? ""
                : filled(letter.links().get(enclosure.link() - 1).url());
        Enclosure filled =
                new Enclosure(enclosure.name(), enclosure.type(), filled(enclosure.holds()), enclosure.link());
        boolean inline = enclosure.type().startsWith("image/");
        write("Content-Type: " + enclosure.type() + ";\n " + named("name", enclosure.name())
                + "\nContent-Disposition: " + (inline ? "inline" : "attachment") + ";\n "
                + named("filename", enclosure.name()) + "\nContent-Transfer-Encoding: "
                + (enclosure.type().equals("message/rfc822") ? "8bit" : "base64") + "\n\n");
        if (enclosure.type().equals("message/rfc822")) {
            write(filled.holds() + "\n");
        } else {
            base64(Enclosures.of(filled, url));
        }
    }

    /// RFC 2231, or the encoded words between quotes that many mailers write.
    private String named(String parameter, String name) {
        boolean ascii = name.chars().allMatch(c -> c < 127);
        return !ascii && draw.percent("rfc 2231", 45)
                ? parameter + "*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")
                : parameter + "=\"" + encoded(name) + "\"";
    }

    private String boundary(String kind) {
        return draw.of("boundary", List.of("----=_Part_", "_000_", "b1_", "=_", "--==_mimepart_", "Apple-Mail-"))
                + draw.hex(kind, 16);
    }

    private void text(String type, String text) {
        write("Content-Type: " + type + "; charset="
                + (draw.percent("quoted charset", 50) ? "\"" + charsetName + "\"" : charsetName)
                + "\nContent-Transfer-Encoding: " + label() + "\n\n");
        byte[] octets = (transfer == Transfer.BASE64 ? text.replace("\n", traits.lineEnd()) : text).getBytes(charset);
        switch (transfer) {
            case BASE64 -> base64(octets);
            case QUOTED_PRINTABLE -> {
                out.writeBytes(quoted(octets));
                write("\n");
            }
            case SEVEN_BIT, EIGHT_BIT ->
                out.writeBytes(text.replace("\n", traits.lineEnd()).getBytes(charset));
        }
    }

    private String label() {
        return transfer.name()
                .toLowerCase(Locale.ROOT)
                .replace("seven_bit", "7bit")
                .replace("eight_bit", "8bit")
                .replace('_', '-');
    }

    private void base64(byte[] octets) {
        out.writeBytes(java.util.Base64.getMimeEncoder(76, traits.lineEnd().getBytes(StandardCharsets.US_ASCII))
                .encode(octets));
        write("\n");
    }

    /// RFC 2045 6.7; the line ends of the text stay line ends.
    private byte[] quoted(byte[] octets) {
        StringBuilder quoted = new StringBuilder();
        int column = 0;
        for (byte b : octets) {
            if (b == '\n') {
                quoted.append(traits.lineEnd());
                column = 0;
                continue;
            }
            boolean plain = b >= ' ' && b < 127 && b != '=';
            if (column >= 72) {
                quoted.append('=').append(traits.lineEnd());
                column = 0;
            }
            quoted.append(plain ? String.valueOf((char) b) : "=%02X".formatted(b & 255));
            column += plain ? 1 : 3;
        }
        return quoted.toString()
                .replace(" " + traits.lineEnd(), "=20" + traits.lineEnd())
                .getBytes(StandardCharsets.US_ASCII);
    }

    private void write(String text) {
        out.writeBytes(text.replace("\n", traits.lineEnd()).getBytes(StandardCharsets.UTF_8));
    }
}
