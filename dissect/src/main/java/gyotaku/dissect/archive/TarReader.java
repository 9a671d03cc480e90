package gyotaku.dissect.archive;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Trait;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// Reads tar archives (POSIX 1003.1 pax, GNU and older ones).
@AutoService(FormatReader.class)
public final class TarReader implements FormatReader {

    private static final int BLOCK = 512;

    @Override
    public boolean reads(Specimen file) {
        return file.kind().equals("application/x-tar")
                || file.kind().isEmpty() && file.extension().equals("tar") && file.bytes().length >= BLOCK;
    }

    @Override
    public void read(Specimen file, Findings found) throws IOException {
        try (TarArchiveInputStream archive =
                new TarArchiveInputStream(new ByteArrayInputStream(file.bytes()), "UTF-8")) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                if (entry.isSymbolicLink() || entry.isLink()) {
                    found.trait(Trait.Kind.PATH_ESCAPE, entry.getName() + " → " + entry.getLinkName());
                } else if (entry.isFile() && !told(entry, file, archive, found)) {
                    return;
                }
            }
        }
    }

    /// Holes of a sparse file are packed best of all: all that it can take is the file itself.
    private static boolean told(TarArchiveEntry entry, Specimen file, TarArchiveInputStream archive, Findings found)
            throws IOException {
        long packed = entry.isSparse() ? Math.min(entry.getSize(), file.bytes().length) : entry.getSize();
        return found.file(entry.getName(), packed, archive);
    }
}
