package gyotaku.analyse.auth.dkim;

import gyotaku.analyse.auth.TagList;
import gyotaku.analyse.auth.dkim.DkimResult.Change;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// Finds what was done to a body, by undoing what way stations are known to do until its hash is the signed one. That
/// explains a failure; it never makes a pass of it.
final class BodyRepair {

    /// Against bodies of megabytes, each of which would be hashed some ten times.
    private static final int LARGEST = 512 << 10;
    /// A footer is no longer than this many lines.
    private static final int FOOTER_LINES = 300;

    private static final int BASE64_LINE = 76;

    private final RawMessage message;
    private final DkimSignature signature;

    BodyRepair(RawMessage message, DkimSignature signature) {
        this.message = message;
        this.signature = signature;
    }

    /// @param addedFrom where that begins which was added; -1 for nowhere
    record Undone(Change change, int addedFrom) {
        Undone(Change change) {
            this(change, -1);
        }
    }

    Optional<Undone> change() {
        int size = message.bodyEnd() - message.bodyStart();
        if (size == 0 || size > LARGEST) {
            return Optional.empty();
        }
        int footer = footer();
        if (footer >= 0) {
            return Optional.of(new Undone(Change.FOOTER_ADDED, footer));
        }
        String body = message.bodyText().replace("\r\n", "\n");
        if (lastPartRemoved(body).filter(this::matches).isPresent()) {
            return Optional.of(new Undone(Change.PART_ADDED, lastPart()));
        }
        if (otherLineEnds(body)) {
            return Optional.of(new Undone(Change.LINE_ENDINGS));
        }
        if (matches(body.replace("\n>From ", "\nFrom ")) || matches(body.replace("\nFrom ", "\n>From "))) {
            return Optional.of(new Undone(Change.FROM_LINES_QUOTED));
        }
        return otherEncoding(body) ? Optional.of(new Undone(Change.TRANSFER_ENCODING)) : Optional.empty();
    }

    private boolean matches(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
        return isSigned(hash().add(bytes, 0, bytes.length).finish().hash());
    }

    private BodyHash hash() {
        return new BodyHash(
                signature.body(),
                signature.bodyLength().orElse(BodyHash.ALL),
                SignatureCheck.digest(signature.algorithm()));
    }

    private boolean isSigned(byte[] hash) {
        return MessageDigest.isEqual(hash, signature.bodyHash());
    }

    /// Where the added lines begin, when some of the last lines are all that was added; else -1.
    private int footer() {
        byte[] bytes = message.bytes();
        int[] ends = lineEnds();
        BodyHash body = hash();
        int from = message.bodyStart();
        try {
            for (int end : ends) {
                body.add(bytes, from, end);
                if (isSigned(body.soFar())) {
                    return end;
                }
                from = end;
            }
        } catch (CloneNotSupportedException _) {
            return -1;
        }
        return -1;
    }

    /// The ends of the last lines, in order.
    private int[] lineEnds() {
        int[] ends = new int[FOOTER_LINES];
        int count = 0;
        for (int i = message.bodyEnd() - 1; i >= message.bodyStart() && count < FOOTER_LINES; i--) {
            if (message.bytes()[i] == '\n') {
                ends[FOOTER_LINES - ++count] = i + 1;
            }
        }
        return java.util.Arrays.copyOfRange(ends, FOOTER_LINES - count, FOOTER_LINES);
    }

    /// A multipart without its last part, its closing boundary kept.
    private Optional<String> lastPartRemoved(String body) {
        Optional<String> boundary = boundary();
        if (boundary.isEmpty()) {
            return Optional.empty();
        }
        int closing = body.lastIndexOf("\n--" + boundary.get() + "--");
        int last = closing < 0 ? -1 : body.lastIndexOf("\n--" + boundary.get() + "\n", closing - 1);
        return last < 0 ? Optional.empty() : Optional.of(body.substring(0, last) + body.substring(closing));
    }

    /// Where the last part begins in the bytes of the message.
    private int lastPart() {
        String body = message.bodyText();
        String line = "\n--" + boundary().orElse("");
        int closing = body.lastIndexOf(line + "--");
        return message.bodyStart() + Math.max(0, body.lastIndexOf(line, closing - 1));
    }

    private Optional<String> boundary() {
        return message.fields("content-type").stream()
                .findFirst()
                .flatMap(field -> TagList.lenient(field.body()).get("boundary"))
                .map(value -> value.replace("\"", ""))
                .filter(value -> !value.isEmpty());
    }

    /// White space at line ends gone or come, lines after the text gone, dots doubled.
    private boolean otherLineEnds(String body) {
        return matches(withoutTrailingSpace(body))
                || matches(body.replace("\r", "\n"))
                || matches(body.replace("\n..", "\n."))
                || matches(body.substring(leadingLines(body)))
                || matches("\n" + body);
    }

    /// By hand, since a pattern would take forever on a line of half a million spaces.
    private static String withoutTrailingSpace(String body) {
        StringBuilder out = new StringBuilder(body.length());
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '\n') {
                int end = out.length();
                while (end > 0 && (out.charAt(end - 1) == ' ' || out.charAt(end - 1) == '\t')) {
                    end--;
                }
                out.setLength(end);
            }
            out.append(c);
        }
        return out.toString();
    }

    private static int leadingLines(String body) {
        int at = 0;
        while (at < body.length() && body.charAt(at) == '\n') {
            at++;
        }
        return at;
    }

    private boolean otherEncoding(String body) {
        String encoding = message.fields("content-transfer-encoding").stream()
                .findFirst()
                .map(field -> field.body().strip().toLowerCase(Locale.ROOT))
                .orElse("7bit");
        return switch (encoding) {
            case "quoted-printable" -> matches(quotedPrintableDecoded(body));
            case "base64" -> matches(base64Decoded(body));
            default -> matches(base64Encoded(body));
        };
    }

    private static String quotedPrintableDecoded(String body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length());
        String joined = body.replace("=\n", "");
        for (int i = 0; i < joined.length(); i++) {
            char c = joined.charAt(i);
            int high = c == '=' && i + 2 < joined.length() ? Character.digit(joined.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(joined.charAt(i + 2), 16);
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(c);
            }
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    /// A last group of one letter holds nothing, and the decoder throws at it.
    private static String base64Decoded(String body) {
        String letters = body.replaceAll("[^A-Za-z0-9+/]", "");
        int length = letters.length() - (letters.length() % 4 == 1 ? 1 : 0);
        return new String(Base64.getDecoder().decode(letters.substring(0, length)), StandardCharsets.ISO_8859_1);
    }

    private static String base64Encoded(String body) {
        byte[] crLf = body.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return Base64.getMimeEncoder(BASE64_LINE, new byte[] {'\n'}).encodeToString(crLf);
    }
}
