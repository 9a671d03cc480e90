package gyotaku.dissect.archive;

import gyotaku.dissect.Child;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/// The `bsdtar` command of libarchive: an archive on its standard input, its files as a tar archive on its standard
/// output. No shell, fixed arguments, nothing of a mail among them; nothing is written to a disk.
final class Bsdtar {

    /// Less than `Limits.Files.time`, so that what it gave until then is kept: then it is killed.
    private static final int SECONDS = 5;

    private static final int MOST_COMPLAINT = 300;

    /// What it writes when it stops for data that does not unpack.
    private static final String NO_REASON = "(null)";

    private final Path command;

    private Bsdtar(Path command) {
        this.command = command;
    }

    static Optional<Bsdtar> onPath() {
        String path = Optional.ofNullable(System.getProperty(Child.COMMANDS, System.getenv("PATH")))
                .orElse("");
        return Stream.of(path.split(File.pathSeparator, 100))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "bsdtar"))
                .filter(file -> file.isAbsolute() && Files.isExecutable(file))
                .findFirst()
                .map(Bsdtar::new);
    }

    /// @throws IOException when it cannot be started
    Run unpack(byte[] archive) throws IOException {
        // In this format and locale names are bytes: how one is written does not decide whether its content comes.
        ProcessBuilder builder = new ProcessBuilder(command.toString(), "-c", "-f", "-", "--format=gnutar", "@-");
        builder.environment().put("LC_ALL", "C");
        return new Run(builder.start(), archive);
    }

    /// The files of one archive, one after the other.
    static final class Run implements AutoCloseable {
        private final Process process;
        private final TarArchiveInputStream tar;
        private final CompletableFuture<String> complaint;
        private Optional<TarArchiveEntry> ahead = Optional.empty();

        private Run(Process process, byte[] archive) {
            this.process = process;
            this.tar = new TarArchiveInputStream(new BufferedInputStream(process.getInputStream()));
            this.complaint = CompletableFuture.supplyAsync(this::complained, Thread::startVirtualThread);
            Thread.startVirtualThread(this::end);
            Thread.startVirtualThread(() -> write(archive));
        }

        /// The content of the next file. For a file that it cannot unpack whole the command writes zeros up to its size
        /// and stops: the last file ends with an [IOException] when the command failed.
        ///
        /// @param size that the archive says
        /// @throws IOException when it does not come, or another one does
        InputStream next(long size) throws IOException {
            if (ahead.isEmpty()) {
                advance();
            }
            TarArchiveEntry entry = ahead.orElseThrow(() -> new IOException("its files end before"));
            ahead = Optional.empty();
            if (entry.getSize() != size) {
                throw new IOException("it finds " + entry.getSize() + " bytes instead of " + size);
            }
            return new Content();
        }

        private void advance() throws IOException {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null && !entry.isFile()) {
                entry = tar.getNextEntry();
            }
            ahead = Optional.ofNullable(entry);
        }

        private final class Content extends InputStream {
            private boolean ended;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
            }

            @Override
            public int read(byte[] bytes, int off, int len) throws IOException {
                int n = ended ? -1 : tar.read(bytes, off, len);
                if (n < 0 && !ended) {
                    ended = true;
                    advance();
                    String failure = ahead.isPresent() ? "" : failure();
                    if (!failure.isEmpty()) {
                        throw new IOException(failure);
                    }
                }
                return n;
            }
        }

        /// What it complained of, when it did not reach the end of the archive; else empty.
        String failure() {
            try {
                process.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException _) {
                // It was killed.
            }
            try {
                String said = complaint.join();
                int code = process.waitFor();
                return code == 0 ? "" : said.isBlank() ? "it ended with code " + code : said;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return "interrupted";
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }

        private String complained() {
            try (InputStream in = process.getErrorStream()) {
                String said = new String(in.readNBytes(MOST_COMPLAINT), StandardCharsets.UTF_8);
                in.transferTo(OutputStream.nullOutputStream());
                return said.lines()
                        .filter(line -> !line.endsWith(NO_REASON))
                        .findFirst()
                        .orElse("")
                        .strip();
            } catch (IOException e) {
                return String.valueOf(e.getMessage());
            }
        }

        private void end() {
            try {
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException _) {
                process.destroyForcibly();
            }
        }

        private void write(byte[] archive) {
            try (OutputStream in = process.getOutputStream()) {
                in.write(archive);
            } catch (IOException _) {
                // It ended before it read all of it, which its code says.
            }
        }
    }
}
