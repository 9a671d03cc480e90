package gyotaku.dissect.outlook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The header of a message of Outlook: the one that it came with as it stands, but for what it says about its own MIME
/// parts, and fields made of the properties for those that are missing there.
final class ItemHeader {

    /// Against a header of a hundred megabytes.
    private static final int LONGEST = 2 << 20;

    /// RFC 2047 section 2: an encoded word has at most 75 characters; so many bytes of text fit.
    private static final int WORD_BYTES = 45;

    private static final int TO = 1;
    private static final int CC = 2;

    private final Item item;
    private final Properties properties;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Set<String> there = new LinkedHashSet<>();

    private ItemHeader(Item item) {
        this.item = item;
        this.properties = item.properties();
    }

    /// The field lines, without the empty line that ends a header.
    static byte[] of(Item item) {
        ItemHeader header = new ItemHeader(item);
        header.transported();
        header.made();
        return header.out.toByteArray();
    }

    private void transported() {
        byte[] kept = properties
                .encoded(Tags.TRANSPORT_HEADERS)
                .map(Properties.Encoded::bytes)
                .orElse(new byte[0]);
        int at = 0;
        int end = Math.min(kept.length, LONGEST);
        boolean dropped = true;
        while (at < end) {
            int next = afterLine(kept, at, end);
            String line = new String(kept, at, textEnd(kept, at, next) - at, StandardCharsets.ISO_8859_1);
            if (line.isBlank() && !there.isEmpty()) {
                return;
            }
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            dropped = folded ? dropped : !isField(line);
            if (!dropped) {
                out.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1));
                out.write('\r');
                out.write('\n');
            }
            at = next;
        }
    }

    /// Whether the line begins a field that is kept.
    private boolean isField(String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            return false;
        }
        boolean mime = name.startsWith("content-") || name.equals("mime-version");
        if (!mime) {
            there.add(name);
        }
        return !mime;
    }

    private static int afterLine(byte[] bytes, int at, int end) {
        int i = at;
        while (i < end && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i + 1 < end && bytes[i] == '\r' && bytes[i + 1] == '\n' ? i + 2 : Math.min(end, i + 1);
    }

    private static int textEnd(byte[] bytes, int at, int next) {
        int end = next;
        while (end > at && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r' || bytes[end - 1] == 0)) {
            end--;
        }
        return end;
    }

    private void made() {
        String from = mailbox(
                properties.text(Tags.REPRESENTING_NAME),
                address(Tags.REPRESENTING_SMTP, Tags.REPRESENTING_TYPE, Tags.REPRESENTING_ADDRESS));
        String sender = mailbox(
                properties.text(Tags.SENDER_NAME), address(Tags.SENDER_SMTP, Tags.SENDER_TYPE, Tags.SENDER_ADDRESS));
        field("From", from.isEmpty() ? sender : from);
        if (!there.contains("received") && !from.isEmpty() && !sender.equals(from)) {
            field("Sender", sender);
        }
        field("To", recipients(TO, Tags.DISPLAY_TO));
        field("Cc", recipients(CC, Tags.DISPLAY_CC));
        if (!there.contains("received")) {
            field("Reply-To", words(oneLine(properties.text(Tags.REPLY_NAMES))));
        }
        field("Subject", words(oneLine(subject())));
        Optional<Instant> sent = properties.time(Tags.CLIENT_SUBMIT_TIME).or(() -> properties.time(Tags.DELIVERY_TIME));
        field(
                "Date",
                sent.map(at -> DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)))
                        .orElse(""));
        field("Message-ID", ascii(properties.text(Tags.MESSAGE_ID)));
        field("In-Reply-To", ascii(properties.text(Tags.IN_REPLY_TO)));
        field("References", ascii(properties.text(Tags.REFERENCES)));
    }

    private void field(String name, String body) {
        if (!body.isBlank() && there.add(name.toLowerCase(Locale.ROOT))) {
            out.writeBytes((name + ": " + body + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    private String subject() {
        String whole = properties.text(Tags.SUBJECT);
        // MS-OXMSG 2.2.3 of old stores: U+0001 and the length of the prefix stand before it.
        String bare = whole.startsWith("\u0001") && whole.length() > 1 ? whole.substring(2) : whole;
        return bare.isEmpty() ? properties.text(Tags.SUBJECT_PREFIX) + properties.text(Tags.NORMALIZED_SUBJECT) : bare;
    }

    private String address(int smtp, int type, int address) {
        return address(properties, smtp, type, address);
    }

    private static String address(Properties of, int smtp, int type, int address) {
        String known = of.text(smtp);
        if (!known.isBlank()) {
            return known;
        }
        String kind = of.text(type);
        String written = of.text(address);
        return kind.equalsIgnoreCase("EX") || written.indexOf('@') < 0 ? "" : written;
    }

    private String recipients(int kind, int display) {
        List<String> found = new ArrayList<>();
        for (Properties recipient : item.recipients()) {
            if ((recipient.number(Tags.RECIPIENT_TYPE).orElse(TO) & 0xf) == kind) {
                String mailbox = mailbox(
                        recipient.text(Tags.DISPLAY_NAME),
                        address(recipient, Tags.SMTP_ADDRESS, Tags.ADDRESS_TYPE, Tags.EMAIL_ADDRESS));
                if (!mailbox.isEmpty()) {
                    found.add(mailbox);
                }
            }
        }
        return found.isEmpty() ? shown(display) : String.join(",\r\n ", found);
    }

    /// Names that the message shows as its recipients when it has no table of them.
    private String shown(int display) {
        List<String> found = new ArrayList<>();
        for (String name : properties.text(display).split(";", Item.MOST)) {
            String bare = name.strip();
            String mailbox = bare.indexOf('@') > 0 ? mailbox("", bare) : mailbox(bare, "");
            if (!mailbox.isEmpty()) {
                found.add(mailbox);
            }
        }
        return String.join(",\r\n ", found);
    }

    private static String mailbox(String name, String address) {
        String mailbox = ascii(address)
                .replace("<", "")
                .replace(">", "")
                .replace(",", "")
                .strip();
        String said = oneLine(name).strip();
        String quoted = said.length() > 1 && said.startsWith("'") && said.endsWith("'")
                ? said.substring(1, said.length() - 1)
                : said;
        if (mailbox.isEmpty()) {
            return quoted.isEmpty() ? "" : phrase(quoted) + " <>";
        }
        return quoted.isEmpty() || quoted.equals(mailbox) ? "<" + mailbox + ">" : phrase(quoted) + " <" + mailbox + ">";
    }

    private static String phrase(String name) {
        return isAscii(name) ? "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : words(name);
    }

    /// Text without line ends and other control characters.
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), 10_000));
        text.codePoints().limit(10_000).forEach(c -> line.appendCodePoint(c < ' ' || c == 0x7f ? ' ' : c));
        return line.toString().strip();
    }

    private static String ascii(String text) {
        StringBuilder found = new StringBuilder();
        oneLine(text).chars().filter(c -> c >= ' ' && c <= '~').forEach(c -> found.append((char) c));
        return found.toString();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~') && !text.contains("=?");
    }

    /// RFC 2047, when the text needs it.
    private static String words(String text) {
        if (isAscii(text)) {
            return text;
        }
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int bytes = 0;
        for (int c : text.codePoints().toArray()) {
            int length = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (bytes + length > WORD_BYTES) {
                words.add(word(word));
                word.setLength(0);
                bytes = 0;
            }
            word.appendCodePoint(c);
            bytes += length;
        }
        words.add(word(word));
        return String.join("\r\n ", words);
    }

    private static String word(CharSequence text) {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }

    static boolean isMediaType(String type) {
        int slash = type.indexOf('/');
        return slash > 0
                && slash < type.length() - 1
                && type.length() < 100
                && type.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || "/.+-_".indexOf(c) >= 0)
                && !type.toLowerCase(Locale.ROOT).startsWith("multipart/")
                && !type.toLowerCase(Locale.ROOT).startsWith("message/");
    }

    /// The parameter of Content-Disposition by RFC 2231, or nothing.
    static String fileName(String name) {
        if (name.isEmpty()) {
            return "";
        }
        StringBuilder encoded = new StringBuilder(";\r\n filename*=utf-8''");
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '.' || b == '-';
            encoded.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff));
        }
        return encoded.toString();
    }
}
