package gyotaku.parse.mime;

import gyotaku.model.mail.Source;
import gyotaku.parse.Magic;
import gyotaku.parse.transfer.OtherDecoding;
import gyotaku.parse.transfer.TransferCoding;
import gyotaku.parse.transfer.Transferred;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Another way to take the transfer encoding off a part.
///
/// @param name of the encoding
/// @param fileName that stands in the content itself, or empty
/// @param repair whether it repairs a broken encoding, so that only something recognisable is worth showing
/// @param decoding made when it is asked for
record Disguise(String name, String fileName, boolean repair, Supplier<Transferred> decoding) {

    /// How much of a content tells its kind.
    private static final int LOOKED_AT = 4 << 10;

    /// Against taking a word for base64.
    private static final int SHORT = 40;

    private static final List<OtherDecoding> OF_BASE64 = List.of(
            OtherDecoding.BASE64_TO_PADDING,
            OtherDecoding.BASE64_GROUPS,
            OtherDecoding.BASE64_ZEROS,
            OtherDecoding.BASE64_UNPADDED,
            OtherDecoding.BASE64_LINES,
            OtherDecoding.BASE64_TO_JUNK,
            OtherDecoding.BASE64_TO_EMPTY_LINE,
            OtherDecoding.BASE64_CLEAN_LINES);

    private static final List<OtherDecoding> OF_QUOTED_PRINTABLE =
            List.of(OtherDecoding.QUOTED_DROP_SIGN, OtherDecoding.QUOTED_DROP_TWO, OtherDecoding.QUOTED_DROP_THREE);

    Optional<Transferred> content() {
        Transferred data = decoding.get();
        return data.size() == 0 ? Optional.empty() : Optional.of(data);
    }

    /// The other decodings of a part whose body begins at `start`.
    static List<Disguise> of(Doubt doubt, LooseHeader header, int start, Transferred main) {
        List<Disguise> found = new ArrayList<>();
        byte[] bytes = doubt.source().bytes();
        int end = doubt.bodyEnd();
        TransferCoding taken = doubt.node().content.transfer();
        boolean moved = start != doubt.bodyStart();
        named(header, bytes, start, end).stream()
                .filter(coding -> moved || coding != taken)
                .forEach(coding ->
                        found.add(new Disguise(coding.name(), "", false, () -> coding.decode(bytes, start, end))));
        boolean broken = main.faults() > 0 || doubt.node().doubtful || isRagged(bytes, start, end);
        if (!moved && taken == TransferCoding.BASE64 && broken) {
            OF_BASE64.forEach(way -> found.add(repair(way, bytes, start, end)));
        }
        if (!moved
                && taken == TransferCoding.QUOTED_PRINTABLE
                && (main.faults() > 0 || !doubt.node().content.isText())) {
            OF_QUOTED_PRINTABLE.forEach(way -> found.add(repair(way, bytes, start, end)));
        }
        if (!moved) {
            found.addAll(rare(header, bytes, start, end));
            found.addAll(inText(doubt, start, end));
        }
        return found;
    }

    private static Disguise repair(OtherDecoding way, byte[] bytes, int start, int end) {
        return new Disguise(way.name(), "", true, () -> way.decode(bytes, start, end));
    }

    /// The encodings that any field names, in whatever spelling; that which the body looks like, when one is not known.
    private static List<TransferCoding> named(LooseHeader header, byte[] bytes, int start, int end) {
        List<TransferCoding> found = new ArrayList<>();
        for (String value : header.encodings()) {
            String plain = value.replaceAll("[^A-Za-z0-9?=-]", "").toLowerCase(Locale.ROOT);
            boolean base64 = plain.contains("base64") || plain.contains("b64") || plain.contains("ymfzzty0");
            boolean quoted = plain.contains("quoted") || plain.contains("printable") || plain.contains("qp");
            if (base64 && !plain.contains("gzip64")) {
                found.add(TransferCoding.BASE64);
            }
            if (quoted) {
                found.add(TransferCoding.QUOTED_PRINTABLE);
            }
            if (plain.contains("uu")) {
                found.add(TransferCoding.UUENCODE);
            }
            if (plain.contains("bit") || plain.contains("binary")) {
                found.add(TransferCoding.IDENTITY);
            }
            if (!base64 && !quoted && TransferCoding.named(plain).isEmpty() && isBase64(bytes, start, end)) {
                found.add(TransferCoding.BASE64);
            }
        }
        return found.stream().distinct().toList();
    }

    private static List<Disguise> rare(LooseHeader header, byte[] bytes, int start, int end) {
        List<Disguise> found = new ArrayList<>();
        for (String value : header.encodings()) {
            String plain = value.toLowerCase(Locale.ROOT);
            OtherDecoding way = plain.contains("gzip64")
                    ? OtherDecoding.GZIP64
                    : plain.contains("yenc") ? OtherDecoding.YENC : OtherDecoding.BINHEX;
            if (way != OtherDecoding.BINHEX || plain.contains("binhex")) {
                found.add(new Disguise(way.name(), "", false, () -> way.decode(bytes, start, end)));
            }
        }
        return found;
    }

    /// Files that stand in a text, uuencoded or in yEnc.
    private static List<Disguise> inText(Doubt doubt, int start, int end) {
        byte[] bytes = doubt.source().bytes();
        List<Disguise> found = new ArrayList<>();
        if (!doubt.node().content.isText() || doubt.node().content.transfer() != TransferCoding.IDENTITY) {
            return found;
        }
        int at = fileInText(bytes, start, end);
        while (at < end && found.size() < LOOKED_AT) {
            int from = at;
            String line = line(bytes, at, end);
            if (line.startsWith("begin ")) {
                found.add(new Disguise(
                        "UUENCODE",
                        line.substring(10).strip(),
                        false,
                        () -> TransferCoding.UUENCODE.decode(bytes, from, end)));
            } else {
                int name = line.indexOf("name=");
                found.add(new Disguise(
                        "YENC",
                        name < 0 ? "" : line.substring(name + 5).strip(),
                        false,
                        () -> OtherDecoding.YENC.decode(bytes, from, end)));
            }
            at = fileInText(bytes, at + 1, end);
        }
        return found;
    }

    /// Where a line begins a file in a text, or `end`.
    private static int fileInText(byte[] bytes, int from, int end) {
        for (int i = from; i < end; i++) {
            boolean lineStart = i == 0 || bytes[i - 1] == '\n';
            if (lineStart && (bytes[i] == 'b' || bytes[i] == '=') && isFileStart(line(bytes, i, end))) {
                return i;
            }
        }
        return end;
    }

    private static boolean isFileStart(String line) {
        return line.startsWith("=ybegin ") && line.contains("name=")
                || line.startsWith("begin ")
                        && line.length() > 10
                        && line.charAt(9) == ' '
                        && line.substring(6, 9).chars().allMatch(c -> c >= '0' && c <= '7');
    }

    private static String line(byte[] bytes, int from, int end) {
        int to = from;
        while (to < end && to < from + 300 && bytes[to] != '\n' && bytes[to] != '\r') {
            to++;
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /// Whether a leaf without any fault in its header or encoding may hold something else all the same.
    static boolean isIn(Source source, Node node) {
        int start = node.block.bodyStart();
        int end = Math.max(start, node.bodyEnd);
        if (node.headers.isEmpty() && LooseHeader.isMimeField(source.bytes(), start, end)) {
            return true;
        }
        return switch (node.content.transfer()) {
            case BASE64 -> isRagged(source.bytes(), start, end);
            case QUOTED_PRINTABLE -> !node.content.isText() && hasLowerDigits(source.bytes(), start, end);
            case IDENTITY ->
                node.content.isText() && (isDividedText(source, node) || fileInText(source.bytes(), start, end) < end);
            case UUENCODE, Q -> false;
        };
    }

    /// Whether the first of several lines is no multiple of four characters long.
    private static boolean isRagged(byte[] bytes, int start, int end) {
        int length = line(bytes, start, end).length();
        return length % 4 != 0 && start + length + 2 < end;
    }

    private static boolean hasLowerDigits(byte[] bytes, int start, int end) {
        for (int i = start; i + 2 < end; i++) {
            boolean lower = bytes[i + 1] >= 'a' && bytes[i + 1] <= 'f' || bytes[i + 2] >= 'a' && bytes[i + 2] <= 'f';
            if (bytes[i] == '=' && lower) {
                return true;
            }
        }
        return false;
    }

    /// Whether a part that names no type begins with a boundary line and the fields of a part.
    static boolean isDividedText(Source source, Node node) {
        if (node.headers.stream().anyMatch(header -> header.is("Content-Type"))) {
            return false;
        }
        int at = node.block.bodyStart();
        while (at < node.bodyEnd && source.bytes()[at] <= ' ' && source.bytes()[at] >= 0) {
            at++;
        }
        int end = Math.min(node.bodyEnd, at + LOOKED_AT);
        return at + 2 < end
                && source.bytes()[at] == '-'
                && source.bytes()[at + 1] == '-'
                && !BoundaryGuess.others(source.bytes(), at, end, Set.of()).isEmpty();
    }

    /// Whether what came of it is more than the same or noise.
    boolean isWorthShowing(Transferred data, Transferred main, Node node) {
        boolean text = node.content.isText() && fileName.isEmpty();
        if (text && (isPartOf(data, main) || isPartOf(main, data))) {
            return false;
        }
        String kind = Magic.of(data.bytes(), data.from(), data.to());
        boolean recognised = !kind.isEmpty();
        if (repair) {
            boolean shown = kind.startsWith("image/") || kind.startsWith("text/");
            return recognised && !(shown && kind.equals(Magic.of(main.bytes(), main.from(), main.to())))
                    || isReadable(data) && !isReadable(main);
        }
        return recognised || !fileName.isEmpty() || !isBase64(data.bytes(), data.from(), data.to());
    }

    /// Whether one stands at the start or at the end of the other.
    private static boolean isPartOf(Transferred one, Transferred other) {
        return one.size() <= other.size()
                && (stands(one, other, other.from()) || stands(one, other, other.to() - one.size()));
    }

    private static boolean stands(Transferred one, Transferred other, int at) {
        return Arrays.equals(one.bytes(), one.from(), one.to(), other.bytes(), at, at + one.size());
    }

    private static boolean isReadable(Transferred data) {
        int end = Math.min(data.to(), data.from() + LOOKED_AT);
        int readable = 0;
        for (int i = data.from(); i < end; i++) {
            byte b = data.bytes()[i];
            readable += b >= ' ' && b < 127 || b == '\n' || b == '\r' || b == '\t' ? 1 : 0;
        }
        return readable > (end - data.from()) * 97L / 100;
    }

    private static boolean isBase64(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + LOOKED_AT);
        int digits = 0;
        int blanks = 0;
        for (int i = from; i < end; i++) {
            byte b = bytes[i];
            boolean digit = b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9';
            digits += digit || b == '+' || b == '/' || b == '=' || b == '\r' || b == '\n' ? 1 : 0;
            blanks += b == ' ' ? 1 : 0;
        }
        return end - from > SHORT && blanks == 0 && digits > (end - from) * 95L / 100;
    }
}
