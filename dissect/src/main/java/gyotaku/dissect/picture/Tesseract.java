package gyotaku.dissect.picture;

import gyotaku.dissect.Child;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The `tesseract` command: a PNG on its standard input, the text on its standard output. No shell, fixed arguments,
/// nothing of a mail among them.
final class Tesseract {

    /// Less than what is left of `Limits.Files.time`: then it is killed.
    private static final int SECONDS = 8;

    private static final int MOST_BYTES = 1 << 20;

    /// How it ends when it does not have the data of a language; the Japanese ones are a package of their own.
    private static final int NO_DATA = 1;

    sealed interface Answer {
        record Read(String text) implements Answer {}

        record Failed(String why) implements Answer {}
    }

    private final Path command;

    private Tesseract(Path command) {
        this.command = command;
    }

    static Optional<Tesseract> onPath() {
        String path = Optional.ofNullable(System.getProperty(Child.COMMANDS, System.getenv("PATH")))
                .orElse("");
        return in(path);
    }

    /// @param path folders, parted as in `PATH`
    static Optional<Tesseract> in(String path) {
        return Stream.of(path.split(File.pathSeparator, 100))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "tesseract"))
                .filter(file -> file.isAbsolute() && Files.isExecutable(file))
                .findFirst()
                .map(Tesseract::new);
    }

    Answer read(byte[] png) {
        Answer answer = read(png, "jpn+eng");
        return answer.equals(ended(NO_DATA)) ? read(png, "eng") : answer;
    }

    private static Answer ended(int code) {
        return new Answer.Failed("tesseract ended with code " + code);
    }

    private Answer read(byte[] png, String languages) {
        ProcessBuilder builder =
                new ProcessBuilder(command.toString(), "stdin", "stdout", "-l", languages, "--psm", "3");
        // Threads of its own are slower than one on pictures of this size.
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        try {
            Process process =
                    builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
            Thread.ofVirtual().start(() -> end(process));
            Thread.ofVirtual().start(() -> write(process, png));
            try (InputStream out = process.getInputStream()) {
                String text = new String(out.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
                return process.waitFor() == 0 ? new Answer.Read(text.replace("\f", "")) : ended(process.exitValue());
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return new Answer.Failed("tesseract: " + e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.Failed("tesseract: interrupted");
        }
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
        }
    }

    private static void write(Process process, byte[] png) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(png);
        } catch (IOException _) {
            // It ended before it read all of it, which its code says.
        }
    }
}
