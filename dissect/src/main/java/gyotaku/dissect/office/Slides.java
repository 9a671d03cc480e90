package gyotaku.dissect.office;

import gyotaku.dissect.Findings;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.InflaterInputStream;

/// The stream of a binary presentation (MS-PPT): records in records, of which the text, the links and the embedded
/// objects are looked at.
final class Slides {

    private static final int HEADER = 8;
    private static final int TEXT_CHARS = 4000;
    private static final int TEXT_BYTES = 4008;
    private static final int C_STRING = 4026;
    private static final int HYPERLINK = 4055;
    private static final int OLE_STORAGE = 4113;

    private final byte[] stream;
    private final Findings found;
    private final StringBuilder text = new StringBuilder();

    private Slides(byte[] stream, Findings found) {
        this.stream = stream;
        this.found = found;
    }

    static void read(byte[] stream, Findings found) throws IOException {
        Slides slides = new Slides(stream, found);
        slides.read();
        found.words(Words.Origin.WRITTEN, "", slides.text.toString());
    }

    /// A container (version 15) is gone into by going on behind its header: no stack, no loop.
    private void read() throws IOException {
        int at = 0;
        int linkUntil = 0;
        while (at + HEADER <= stream.length) {
            boolean container = (stream[at] & 15) == 15;
            int type = stream[at + 2] & 255 | (stream[at + 3] & 255) << 8;
            int length = stream[at + 4] & 255
                    | (stream[at + 5] & 255) << 8
                    | (stream[at + 6] & 255) << 16
                    | stream[at + 7] << 24;
            int from = at + HEADER;
            int to = (int) Math.min(stream.length, (long) from + Math.max(length, 0));
            if (type == HYPERLINK) {
                linkUntil = to;
            }
            if (!container) {
                tell(type, from, to, from < linkUntil);
            }
            at = container ? from : to;
        }
    }

    private void tell(int type, int from, int to, boolean inLink) throws IOException {
        switch (type) {
            case TEXT_CHARS ->
                text.append(letters(from, to, StandardCharsets.UTF_16LE)).append('\n');
            case TEXT_BYTES ->
                text.append(letters(from, to, StandardCharsets.ISO_8859_1)).append('\n');
            case C_STRING -> {
                String written = letters(from, to, StandardCharsets.UTF_16LE);
                if (inLink && written.indexOf(':') > 0) {
                    found.link("", written, Link.Context.FILE, "");
                }
            }
            case OLE_STORAGE -> object(from, to);
            default -> {}
        }
    }

    private String letters(int from, int to, Charset charset) {
        return new String(stream, from, to - from, charset).replace('\r', '\n');
    }

    /// Packed ones have their length in four bytes before the deflated storage (MS-PPT 2.10.36).
    private void object(int from, int to) throws IOException {
        if (to - from < 4) {
            return;
        }
        found.trait(Trait.Kind.EMBEDDED_OBJECT, "OLE");
        int length = to - from - 4;
        found.file("", length, new InflaterInputStream(new ByteArrayInputStream(stream, from + 4, length)));
    }
}
