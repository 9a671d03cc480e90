package gyotaku.engine.worker;

import gyotaku.dissect.Frames;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// One child process. Used by one thread at a time.
final class Worker {

    /// What a JVM ends with that was told to do so when its memory is full.
    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final Path scratch;
    private final DataOutputStream out;
    private final DataInputStream in;
    private int opened;

    private Worker(Process process, Path scratch) {
        this.process = process;
        this.scratch = scratch;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    static Worker start(ChildCommand command) throws IOException {
        Path scratch = Files.createTempDirectory("gyotaku-child");
        try {
            return new Worker(command.start(scratch), scratch);
        } catch (IOException e) {
            Files.delete(scratch);
            throw e;
        }
    }

    /// How many files it has opened.
    int opened() {
        return opened;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /// @param mostBytes of the answer
    /// @throws IOException when the process died, or answered nonsense or too much
    /// @throws TimeoutException when it is not done in time
    Opened open(Enclosure file, Duration time, int mostBytes)
            throws IOException, TimeoutException, InterruptedException {
        opened++;
        CompletableFuture<Opened> answer = new CompletableFuture<>();
        // A process that neither reads nor answers holds the thread until it is killed.
        Thread.ofPlatform().name("opening a file").daemon().start(() -> {
            try {
                Frames.ask(out, file);
                answer.complete(Frames.opened(Frames.answered(in, mostBytes)));
            } catch (IOException | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new TimeoutException("not done after " + time.toMillis() / 1000.0 + " s");
        } catch (ExecutionException e) {
            throw new IOException(ending(Objects.requireNonNullElse(e.getCause(), e)), e);
        }
    }

    private String ending(Throwable failure) throws InterruptedException {
        if (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
            return "no answer: " + failure.getMessage();
        }
        return process.exitValue() == OUT_OF_MEMORY
                ? "its process needed more memory than it may have"
                : "its process ended with code " + process.exitValue();
    }

    /// Ends the process and all that it started, and removes what it wrote.
    void kill() {
        List<ProcessHandle> descendants = process.descendants().toList();
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        clear();
    }

    private void clear() {
        try (Stream<Path> written = Files.walk(scratch)) {
            written.sorted(Comparator.reverseOrder()).forEach(Worker::delete);
        } catch (IOException | UncheckedIOException _) {
            // The folder is gone, or the system will clear its temporary files.
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
