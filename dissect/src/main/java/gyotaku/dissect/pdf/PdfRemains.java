package gyotaku.dissect.pdf;

import gyotaku.dissect.Findings;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.InflaterInputStream;

/// What is left of a PDF whose objects cannot be found: readers mend more than the library does, so what is written
/// in it, or in its deflated streams, is told all the same.
final class PdfRemains {

    private static final int MOST_STREAMS = 300;

    /// Of one stream; object streams of a letter are a tenth of that.
    private static final int MOST_UNPACKED = 1 << 20;

    private static final int LONGEST_URL = 4_096;

    private PdfRemains() {}

    static void tell(byte[] bytes, Findings found) {
        String whole = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> texts = new ArrayList<>(List.of(whole));
        int at = whole.indexOf("stream");
        while (at >= 0 && texts.size() < MOST_STREAMS) {
            if (!whole.startsWith("end", Math.max(0, at - 3))) {
                texts.add(unpacked(bytes, whole, at + "stream".length()));
            }
            at = whole.indexOf("stream", at + 6);
        }
        texts.forEach(text -> tell(text, found));
    }

    private static String unpacked(byte[] bytes, String whole, int after) {
        int from = after;
        while (from < bytes.length && (bytes[from] == '\r' || bytes[from] == '\n')) {
            from++;
        }
        if (!whole.startsWith("x", from)) {
            return "";
        }
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from))) {
            return new String(in.readNBytes(MOST_UNPACKED), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }

    private static void tell(String text, Findings found) {
        for (int at = text.indexOf("/URI"); at >= 0; at = text.indexOf("/URI", at + 4)) {
            int open = at + 4;
            while (open < text.length() && text.charAt(open) == ' ') {
                open++;
            }
            int close = text.indexOf(')', open);
            if (text.startsWith("(", open) && close > open && close - open < LONGEST_URL) {
                found.link("", text.substring(open + 1, close).replace("\\", ""), Link.Context.FILE, "");
            }
        }
        if (text.contains("/JavaScript") || text.contains("/JS(") || text.contains("/JS (")) {
            found.trait(Trait.Kind.JAVASCRIPT, "/JavaScript");
        }
        if (text.contains("/Launch")) {
            found.trait(Trait.Kind.LAUNCH, "/Launch");
        }
    }
}
