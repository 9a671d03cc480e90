package gyotaku.dissect.archive;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Reads 7z archives (7zFormat.txt of the 7-Zip SDK), those with encrypted headers too.
@AutoService(FormatReader.class)
public final class SevenZipReader implements FormatReader {

    /// A key costs half a million rounds of SHA-256: about half a second for each try.
    private static final int MOST_PASSWORDS = 10;

    @Override
    public boolean reads(Specimen file) {
        return file.kind().equals("application/x-7z-compressed");
    }

    @Override
    public void read(Specimen file, Findings found) throws IOException {
        try (SevenZFile archive = archive(file, Optional.empty())) {
            if (!isEncrypted(archive)) {
                unpack(archive, file, found);
                return;
            }
            found.trait(Trait.Kind.ENCRYPTED, "its content");
            if (!opened(file, found)) {
                archive.getEntries().forEach(entry -> locked(entry, found));
                found.state(Opened.State.LOCKED, "");
            }
        } catch (PasswordRequiredException _) {
            found.trait(Trait.Kind.ENCRYPTED, "its content and its names");
            if (!opened(file, found)) {
                found.state(Opened.State.LOCKED, "");
            }
        }
    }

    private static SevenZFile archive(Specimen file, Optional<String> password) throws IOException {
        SevenZFile.Builder builder = SevenZFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file.bytes()))
                .setMaxMemoryLimitKiB(ZipContent.MOST_MEMORY_KIB);
        return password.isPresent()
                ? builder.setPassword(password.get().toCharArray()).get()
                : builder.get();
    }

    /// Whether its first content needs a password.
    private static boolean isEncrypted(SevenZFile archive) throws IOException {
        for (SevenZArchiveEntry entry : archive.getEntries()) {
            if (entry.hasStream()) {
                try (InputStream in = archive.getInputStream(entry)) {
                    return in.read() < -1;
                } catch (PasswordRequiredException _) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean opened(Specimen file, Findings found) throws IOException {
        Optional<SevenZFile> opened = new Keys(found, MOST_PASSWORDS).open(password -> tried(file, password));
        if (opened.isEmpty()) {
            return false;
        }
        try (SevenZFile archive = opened.get()) {
            unpack(archive, file, found);
        }
        return true;
    }

    /// A wrong password gives nonsense, which fails in one way or the other, by its checksum at the latest.
    private static Optional<SevenZFile> tried(Specimen file, String password) {
        try {
            SevenZFile archive = archive(file, Optional.of(password));
            for (SevenZArchiveEntry entry : archive.getEntries()) {
                if (entry.hasStream()) {
                    archive.getInputStream(entry).skipNBytes(Math.min(entry.getSize(), 1 << 20));
                    return Optional.of(archive(file, Optional.of(password)));
                }
            }
            return Optional.of(archive);
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private static void unpack(SevenZFile archive, Specimen file, Findings found) throws IOException {
        for (SevenZArchiveEntry entry : archive.getEntries()) {
            if (entry.isDirectory()) {
                continue;
            }
            String name = name(entry);
            if (!entry.hasStream()) {
                found.file(name, new byte[0]);
                continue;
            }
            // Packed together with others, it takes a part of the whole that nobody can tell.
            try (InputStream in = archive.getInputStream(entry)) {
                if (!found.file(name, file.bytes().length, in)) {
                    return;
                }
            }
        }
    }

    private static void locked(SevenZArchiveEntry entry, Findings found) {
        if (!entry.isDirectory()) {
            found.lockedFile(name(entry), entry.getSize(), Opened.State.LOCKED, "");
        }
    }

    private static String name(SevenZArchiveEntry entry) {
        return entry.getName() == null ? "" : entry.getName();
    }
}
