package gyotaku.parse.header;

import gyotaku.model.Defect.Kind;
import gyotaku.parse.charset.DecodedBytes;
import gyotaku.parse.charset.TextDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;

/// The body of a header field as text: unfolded (RFC 5322 section 2.2.3), NUL bytes left out, raw 8-bit bytes decoded
/// by what they are most likely written in.
///
/// @param body without the blanks around it
/// @param problems what was wrong with its bytes
public record HeaderText(String body, Set<Kind> problems) {

    public static HeaderText of(byte[] bytes, int from, int to) {
        boolean plain = true;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            plain &= b >= ' ' || b == '\t';
        }
        return plain
                ? new HeaderText(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).strip(), Set.of())
                : unfolded(bytes, from, to);
    }

    private static HeaderText unfolded(byte[] bytes, int from, int to) {
        byte[] line = new byte[to - from];
        int length = 0;
        boolean nul = false;
        boolean raw = false;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            nul |= b == 0;
            raw |= b < 0 || b == 0x1b;
            if (b != 0 && b != '\r' && b != '\n') {
                line[length++] = b;
            }
        }
        Set<Kind> problems = EnumSet.noneOf(Kind.class);
        if (nul) {
            problems.add(Kind.NUL_BYTE);
        }
        if (!raw) {
            return new HeaderText(new String(line, 0, length, StandardCharsets.ISO_8859_1).strip(), problems);
        }
        problems.add(Kind.RAW_8BIT_HEADER);
        DecodedBytes decoded = TextDecoder.decode(line, 0, length, "");
        return new HeaderText(decoded.text().strip(), problems);
    }
}
