package gyotaku.engine.worker;

import gyotaku.dissect.Frames;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One child process. Used by one thread at a time.
final class Worker {

    private final Process process;
    private final DataOutputStream out;
    private final DataInputStream in;
    private int opened;

    private Worker(Process process) {
        this.process = process;
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
    }

    static Worker start(ChildCommand command) throws IOException {
        return new Worker(command.start());
    }

    /// How many files it has opened.
    int opened() {
        return opened;
    }

    /// @throws IOException when the process died, or answered nonsense or too much
    /// @throws TimeoutException when it is not done in time
    Opened open(Enclosure file, Duration time, int mostBytes)
            throws IOException, TimeoutException, InterruptedException {
        opened++;
        CompletableFuture<Opened> answer = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
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
            throw new TimeoutException("not done after " + time.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IOException(ending(e), e);
        }
    }

    private String ending(ExecutionException failure) throws InterruptedIOException {
        try {
            boolean ended = process.waitFor(200, TimeUnit.MILLISECONDS);
            return ended ? "its process ended with code " + process.exitValue() : String.valueOf(failure.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(e.getMessage());
        }
    }

    /// Ends the process and all that it started.
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
