package gyotaku.parse.header;

import gyotaku.model.Defect.Kind;
import gyotaku.parse.charset.DecodedBytes;
import gyotaku.parse.charset.TextDecoder;
import gyotaku.parse.transfer.TransferCoding;
import gyotaku.parse.transfer.Transferred;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Encoded words of a header body (RFC 2047, RFC 2231 section 5). Blanks between two of them vanish. Neighbours of one
/// charset are joined as bytes first, so that a character split between them is whole again; broken ones stay as
/// written.
public final class EncodedWords {

    /// Against scanning far for the end of a charset that never comes.
    private static final int CHARSET_LENGTH = 80;

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private final Set<Kind> problems = EnumSet.noneOf(Kind.class);
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final List<Integer> joints = new ArrayList<>();
    private final int lastEnd;
    private String charset = "";

    private EncodedWords(String text) {
        this.text = text;
        this.lastEnd = text.lastIndexOf("?=");
    }

    /// @param text a header body or a part of one, unfolded
    public static Decoded decode(String text) {
        return text.contains("=?") ? new EncodedWords(text).decode() : new Decoded(text, Set.of());
    }

    /// `=?charset*language?B?content?=` at `start`.
    record Word(String charset, TransferCoding coding, int contentStart, int contentEnd) {
        int end() {
            return contentEnd + 2;
        }
    }

    private Decoded decode() {
        int done = 0;
        int start = text.indexOf("=?");
        while (start >= 0) {
            Word word = wordAt(text, start, lastEnd);
            if (word == null) {
                problems.add(Kind.BAD_ENCODED_WORD);
                start = text.indexOf("=?", start + 2);
                continue;
            }
            between(done, start, word);
            append(word);
            done = word.end();
            start = text.indexOf("=?", done);
        }
        flush();
        out.append(text, done, text.length());
        return new Decoded(out.toString(), problems);
    }

    private void between(int done, int start, Word next) {
        boolean adjacent = done > 0 && text.substring(done, start).isBlank();
        if (!adjacent || !next.charset().equalsIgnoreCase(charset)) {
            flush();
        }
        if (!adjacent) {
            out.append(text, done, start);
        }
        charset = next.charset();
    }

    private void append(Word word) {
        byte[] content = text.substring(word.contentStart(), word.contentEnd()).getBytes(StandardCharsets.UTF_8);
        Transferred bytes = word.coding().decode(content, 0, content.length);
        if (bytes.faults() > 0) {
            problems.add(Kind.BAD_ENCODED_WORD);
        }
        joints.add(pending.size());
        pending.write(bytes.bytes(), bytes.from(), bytes.size());
    }

    private void flush() {
        byte[] bytes = pending.toByteArray();
        if (bytes.length > 0) {
            DecodedBytes decoded = TextDecoder.decode(bytes, 0, bytes.length, charset);
            problems.addAll(decoded.problems());
            noteSplits(bytes, decoded);
            out.append(decoded.text());
        }
        pending.reset();
        joints.clear();
    }

    private void noteSplits(byte[] bytes, DecodedBytes decoded) {
        if (joints.size() < 2 || decoded.problems().contains(Kind.UNDECODABLE_TEXT)) {
            return;
        }
        for (int i = 0; i < joints.size(); i++) {
            int end = i + 1 < joints.size() ? joints.get(i + 1) : bytes.length;
            if (decoded.coding().strict(bytes, joints.get(i), end).isEmpty()) {
                problems.add(Kind.SPLIT_ENCODED_WORD);
                return;
            }
        }
    }

    /// The encoded word that begins at `start`, or null.
    ///
    /// @param lastEnd the last `?=` of the text, so that many beginnings without an end cost one scan
    static @Nullable Word wordAt(String text, int start, int lastEnd) {
        int charsetEnd = start + 2;
        int bound = Math.min(text.length(), charsetEnd + CHARSET_LENGTH);
        while (charsetEnd < bound && text.charAt(charsetEnd) > ' ' && text.charAt(charsetEnd) != '?') {
            charsetEnd++;
        }
        if (charsetEnd + 2 >= text.length() || text.charAt(charsetEnd) != '?' || text.charAt(charsetEnd + 2) != '?') {
            return null;
        }
        TransferCoding coding = switch (text.charAt(charsetEnd + 1)) {
            case 'B', 'b' -> TransferCoding.BASE64;
            case 'Q', 'q' -> TransferCoding.Q;
            default -> TransferCoding.IDENTITY;
        };
        if (charsetEnd + 3 > lastEnd || coding == TransferCoding.IDENTITY || charsetEnd == start + 2) {
            return null;
        }
        int end = text.indexOf("?=", charsetEnd + 3);
        String charset = text.substring(start + 2, charsetEnd);
        int language = charset.indexOf('*');
        return new Word(language < 0 ? charset : charset.substring(0, language), coding, charsetEnd + 3, end);
    }
}
