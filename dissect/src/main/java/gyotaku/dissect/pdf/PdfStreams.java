package gyotaku.dissect.pdf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/// Streams of a PDF, unpacked while they are read and never whole: the library's own way fills the memory with a bomb
/// before anyone can count.
final class PdfStreams {

    private PdfStreams() {}

    /// What the stream holds.
    static InputStream open(COSStream stream) throws IOException {
        if (!isPlainDeflate(stream)) {
            return stream.createInputStream();
        }
        InputStream in = new BufferedInputStream(stream.createRawInputStream());
        for (int i = filters(stream).size(); i > 0; i--) {
            in = new InflaterInputStream(in);
        }
        return in;
    }

    /// Its first bytes.
    static byte[] start(COSStream stream, int most) throws IOException {
        try (InputStream in = open(stream)) {
            return in.readNBytes(most);
        }
    }

    /// How many bytes it unpacks to, or `most` when it is as many or more; 0 for other packings than deflate.
    static long unpacked(COSStream stream, long most) {
        if (filters(stream).isEmpty() || !isDeflate(stream)) {
            return 0;
        }
        long count = 0;
        try (InputStream in = inflated(stream)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0 && count < most; n = in.read(buffer)) {
                count += n;
            }
        } catch (IOException _) {
            // Broken from here on; what came before counts.
        }
        return Math.min(count, most);
    }

    private static InputStream inflated(COSStream stream) throws IOException {
        InputStream in = new BufferedInputStream(stream.createRawInputStream());
        for (COSName filter : filters(stream)) {
            if (!isDeflate(filter)) {
                return in;
            }
            in = new InflaterInputStream(in);
        }
        return in;
    }

    private static boolean isDeflate(COSStream stream) {
        return isDeflate(filters(stream).getFirst());
    }

    private static boolean isPlainDeflate(COSStream stream) {
        List<COSName> filters = filters(stream);
        return !filters.isEmpty()
                && filters.stream().allMatch(PdfStreams::isDeflate)
                && !stream.containsKey(COSName.DECODE_PARMS)
                && !stream.containsKey(COSName.DP);
    }

    private static boolean isDeflate(COSName filter) {
        return filter.equals(COSName.FLATE_DECODE) || filter.equals(COSName.FLATE_DECODE_ABBREVIATION);
    }

    private static List<COSName> filters(COSStream stream) {
        COSBase filters = stream.getFilters();
        if (filters instanceof COSName one) {
            return List.of(one);
        }
        return filters instanceof COSArray several
                ? several.toList().stream()
                        .filter(COSName.class::isInstance)
                        .map(COSName.class::cast)
                        .toList()
                : List.of();
    }
}
