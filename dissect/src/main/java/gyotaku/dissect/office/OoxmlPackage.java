package gyotaku.dissect.office;

import gyotaku.dissect.Findings;
import gyotaku.model.Text;
import gyotaku.model.mail.Trait;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// The parts of an Office file (ECMA-376 part 2): by the central directory of its ZIP, as Office itself reads it; when
/// that is broken by the headers before each part, as Office repairs it. Of a name that stands there twice both are
/// read.
final class OoxmlPackage {

    /// XML of one part that is looked at; a bomb unpacks to gigabytes.
    private static final int MOST_PART_BYTES = 16 << 20;

    /// Of a broken file, all parts together.
    private static final int MOST_MENDED_BYTES = 32 << 20;

    @FunctionalInterface
    private interface Source {
        InputStream open() throws IOException;
    }

    /// @param packed bytes that it takes in the package, or -1
    record Part(String name, long packed, Source source) {

        String lower() {
            return name.toLowerCase(Locale.ROOT);
        }

        String last() {
            return name.substring(name.lastIndexOf('/') + 1);
        }
    }

    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Part> byName = new LinkedHashMap<>();
    private final Findings found;
    private long left;

    OoxmlPackage(byte[] bytes, Findings found) throws IOException {
        this.found = found;
        this.left = found.limits().unpackedBytes();
        try {
            directory(ZipFile.builder().setByteArray(bytes).get());
        } catch (IOException | RuntimeException e) {
            found.broken("its directory is broken", e);
            mend(bytes);
        }
    }

    private void directory(ZipFile zip) {
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (zip.canReadEntryData(entry)) {
                add(entry.getName(), entry.getCompressedSize(), () -> zip.getInputStream(entry));
            }
        }
    }

    private void mend(byte[] bytes) throws IOException {
        int room = MOST_MENDED_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null && room > 0; entry = zip.getNextEntry()) {
                byte[] part = zip.readNBytes(room);
                room -= part.length;
                add(entry.getName(), -1, () -> new ByteArrayInputStream(part));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    private void add(String written, long packed, Source source) {
        if (parts.size() >= found.limits().count()) {
            found.truncated("count", found.limits().count(), Text.of("以降の部品", "the parts after these"));
            return;
        }
        Part part = new Part(written.replace('\\', '/'), packed, source);
        parts.add(part);
        if (byName.putIfAbsent(part.name(), part) != null) {
            found.trait(Trait.Kind.AMBIGUOUS, "twice in the package: " + part.name());
        }
    }

    List<Part> parts() {
        return Collections.unmodifiableList(parts);
    }

    Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /// Empty when there is no such part.
    byte[] bytes(String name) throws IOException {
        Part part = byName.get(name);
        return part == null ? new byte[0] : bytes(part);
    }

    /// As far as the limits go.
    byte[] bytes(Part part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long most = Math.min(left, MOST_PART_BYTES);
        try (InputStream in = part.source().open()) {
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, (int) Math.min(n, most - out.size()));
                if (out.size() >= most) {
                    cut(part, out.size());
                    break;
                }
            }
        }
        left -= out.size();
        return out.toByteArray();
    }

    private void cut(Part part, long bytes) {
        found.truncated("partBytes", MOST_PART_BYTES, Text.of("大きな部品の残り", "the rest of a large part"));
        if (part.packed() >= 0
                && bytes / Math.max(part.packed(), 1) > found.limits().ratio()) {
            found.trait(Trait.Kind.BOMB, part.name() + ": more than " + bytes + " bytes out of " + part.packed());
        }
    }

    /// Hands a part on as a file in the file.
    void file(Part part) throws IOException {
        try (InputStream in = part.source().open()) {
            found.file(part.last(), part.packed(), in);
        }
    }
}
