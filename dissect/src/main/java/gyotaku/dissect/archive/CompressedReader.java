package gyotaku.dissect.archive;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.z.ZCompressorInputStream;
import org.tukaani.xz.XZInputStream;

/// Reads files that were compressed one by one: gzip (RFC 1952), bzip2, xz, compress.
@AutoService(FormatReader.class)
public final class CompressedReader implements FormatReader {

    private static final Map<String, String> ENDINGS = Map.of(
            "application/gzip", ".gz",
            "application/x-bzip2", ".bz2",
            "application/x-xz", ".xz",
            "application/x-compress", ".Z");

    @Override
    public boolean reads(Specimen file) {
        return ENDINGS.containsKey(file.kind());
    }

    @Override
    public void read(Specimen file, Findings found) throws IOException {
        ByteArrayInputStream packed = new ByteArrayInputStream(file.bytes());
        LongSupplier size = () -> file.bytes().length - packed.available();
        switch (file.kind()) {
            case "application/gzip" -> gzip(file, packed, size, found);
            case "application/x-bzip2" -> tell(file, new BZip2CompressorInputStream(packed, true), size, found);
            case "application/x-xz" -> tell(file, new XZInputStream(packed, ZipContent.MOST_MEMORY_KIB), size, found);
            default -> tell(file, new ZCompressorInputStream(packed, ZipContent.MOST_MEMORY_KIB), size, found);
        }
    }

    private static void gzip(Specimen file, InputStream packed, LongSupplier size, Findings found) throws IOException {
        try (GzipCompressorInputStream in = GzipCompressorInputStream.builder()
                .setInputStream(packed)
                .setDecompressConcatenated(true)
                .get()) {
            String own = in.getMetaData().getFileName();
            found.file(own == null || own.isEmpty() ? inner(file) : own, size, in);
        }
    }

    private static void tell(Specimen file, InputStream in, LongSupplier packed, Findings found) throws IOException {
        try (in) {
            found.file(inner(file), packed, in);
        }
    }

    /// `a.pdf` for `a.pdf.gz`, `a.tar` for `a.tgz`.
    private static String inner(Specimen file) {
        String name = file.name();
        String lower = name.toLowerCase(java.util.Locale.ROOT);
        String ending = ENDINGS.getOrDefault(file.kind(), "");
        if (lower.endsWith(ending.toLowerCase(java.util.Locale.ROOT))) {
            return name.substring(0, name.length() - ending.length());
        }
        return lower.endsWith(".tgz") || lower.endsWith(".tbz") || lower.endsWith(".txz")
                ? name.substring(0, name.length() - 3) + "tar"
                : "";
    }
}
