package gyotaku.analyse.auth.dkim;

import gyotaku.model.ByteSpan;
import gyotaku.model.mail.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A message as signers see it: header fields byte for byte, and the body. A mail saved with bare LF, or with CR alone,
/// counts as if every line ended in CRLF, as it did when it was sent (RFC 5321 section 2.3.8).
public final class RawMessage {

    /// Against a sample of fifty megabytes of header: what comes after is body, and no signature can be right.
    private static final int LONGEST_HEADER = 4 << 20;
    /// Against millions of tiny fields.
    private static final int MOST_FIELDS = 10_000;

    private final Source source;
    private final List<RawField> fields;
    private final Map<String, List<RawField>> byName = new HashMap<>();
    private final int bodyStart;

    private RawMessage(Source source, List<RawField> fields, int bodyStart) {
        this.source = source;
        this.fields = List.copyOf(fields);
        this.bodyStart = bodyStart;
        fields.forEach(field ->
                byName.computeIfAbsent(field.name(), _ -> new ArrayList<>()).add(field));
    }

    /// @param name lower case
    /// @param text as written, name and colon included, lines parted by CRLF, without the last line end; one
    /// character is one byte
    /// @param span in the sample
    public record RawField(String name, String text, ByteSpan span) {

        /// What stands behind the colon.
        public String body() {
            return text.substring(text.indexOf(':') + 1);
        }

        RawField with(String body) {
            return new RawField(name, text.substring(0, text.indexOf(':') + 1) + body, span);
        }
    }

    /// Whether its body was made of what another format keeps of it.
    boolean rebuilt() {
        return source.rebuilt();
    }

    public static RawMessage of(Source given) {
        Source source = withLf(given);
        byte[] bytes = source.bytes();
        List<RawField> fields = new ArrayList<>();
        int at = source.from();
        int stop = Math.min(source.to(), source.from() + LONGEST_HEADER);
        while (at < stop && fields.size() < MOST_FIELDS) {
            int next = nextLine(bytes, at, source.to());
            if (isEmptyLine(bytes, at, next)) {
                return new RawMessage(source, fields, next);
            }
            while (next < source.to() && (bytes[next] == ' ' || bytes[next] == '\t')) {
                next = nextLine(bytes, next, source.to());
            }
            addField(source, at, next, fields);
            at = next;
        }
        return new RawMessage(source, fields, at);
    }

    /// Where lines end in CR alone, the same with LF.
    private static Source withLf(Source source) {
        byte[] bytes = source.bytes();
        boolean crSeen = false;
        for (int i = source.from(); i < source.to(); i++) {
            if (bytes[i] == '\n') {
                return source;
            }
            crSeen |= bytes[i] == '\r';
        }
        if (!crSeen) {
            return source;
        }
        byte[] changed = bytes.clone();
        for (int i = source.from(); i < source.to(); i++) {
            changed[i] = changed[i] == '\r' ? (byte) '\n' : changed[i];
        }
        return new Source(changed, source.from(), source.to(), source.encodedIn(), source.rebuilt());
    }

    private static int nextLine(byte[] bytes, int at, int to) {
        for (int i = at; i < to; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return to;
    }

    private static boolean isEmptyLine(byte[] bytes, int at, int next) {
        for (int i = at; i < next; i++) {
            if (bytes[i] != '\r' && bytes[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    /// A line without a colon is none of a header: that of an mbox file, or what a program left.
    private static void addField(Source source, int start, int end, List<RawField> fields) {
        String raw = new String(source.bytes(), start, end - start, StandardCharsets.ISO_8859_1);
        int colon = raw.indexOf(':');
        String name = colon < 0 ? "" : raw.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && name.chars().noneMatch(c -> c <= ' ')) {
            fields.add(new RawField(name, withCrLf(raw), source.span(start, end)));
        }
    }

    private static String withCrLf(String raw) {
        int end = raw.length();
        while (end > 0 && (raw.charAt(end - 1) == '\n' || raw.charAt(end - 1) == '\r')) {
            end--;
        }
        String text = raw.substring(0, end);
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0
                ? text
                : text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    }

    public List<RawField> fields() {
        return fields;
    }

    /// Topmost first.
    public List<RawField> fields(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /// The same message with one field in another form.
    RawMessage replacing(RawField old, RawField changed) {
        List<RawField> now = new ArrayList<>(fields);
        now.replaceAll(field -> field.equals(old) ? changed : field);
        return new RawMessage(source, now, bodyStart);
    }

    /// The same message without one field.
    RawMessage without(RawField gone) {
        return new RawMessage(
                source, fields.stream().filter(field -> !field.equals(gone)).toList(), bodyStart);
    }

    byte[] bytes() {
        return source.bytes();
    }

    int bodyStart() {
        return bodyStart;
    }

    int bodyEnd() {
        return source.to();
    }

    String bodyText() {
        return new String(source.bytes(), bodyStart, source.to() - bodyStart, StandardCharsets.ISO_8859_1);
    }
}
