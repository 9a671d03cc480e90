package gyotaku.dissect.office;

import gyotaku.dissect.Findings;
import gyotaku.model.Text;
import gyotaku.model.mail.Trait;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// The parts of an Office file (ECMA-376 part 2), by the central directory of its ZIP, as Office itself reads it.
final class OoxmlPackage implements AutoCloseable {

    /// XML of one part that is looked at; a bomb unpacks to gigabytes.
    private static final int MOST_PART_BYTES = 16 << 20;

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> parts = new LinkedHashMap<>();
    private final Findings found;
    private long left;

    OoxmlPackage(byte[] bytes, Findings found) throws IOException {
        this.zip = ZipFile.builder().setByteArray(bytes).get();
        this.found = found;
        this.left = found.limits().unpackedBytes();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (parts.size() >= found.limits().count()) {
                found.truncated("count", found.limits().count(), Text.of("以降の部品", "the parts after these"));
                return;
            }
            String name = entry.getName().replace('\\', '/');
            if (parts.putIfAbsent(name, entry) != null) {
                found.trait(Trait.Kind.AMBIGUOUS, "twice in the package: " + name);
            }
        }
    }

    Set<String> names() {
        return Collections.unmodifiableSet(parts.keySet());
    }

    /// The bytes of a part, as far as the limits go; empty for one that is not there or locked.
    byte[] bytes(String name) throws IOException {
        ZipArchiveEntry entry = parts.get(name);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (entry == null || !zip.canReadEntryData(entry)) {
            return out.toByteArray();
        }
        long most = Math.min(left, MOST_PART_BYTES);
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(n, most - out.size()));
                if (out.size() >= most) {
                    cut(entry, out.size());
                    break;
                }
            }
        }
        left -= out.size();
        return out.toByteArray();
    }

    private void cut(ZipArchiveEntry entry, long bytes) {
        found.truncated("partBytes", MOST_PART_BYTES, Text.of("大きな部品の残り", "the rest of a large part"));
        if (bytes / Math.max(entry.getCompressedSize(), 1) > found.limits().ratio()) {
            found.trait(
                    Trait.Kind.BOMB,
                    entry.getName() + ": more than " + bytes + " bytes out of " + entry.getCompressedSize());
        }
    }

    /// Hands a part on as a file in the file.
    void file(String name, String shown) throws IOException {
        ZipArchiveEntry entry = parts.get(name);
        if (entry != null && zip.canReadEntryData(entry)) {
            try (InputStream in = zip.getInputStream(entry)) {
                found.file(shown, entry.getCompressedSize(), in);
            }
        }
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
