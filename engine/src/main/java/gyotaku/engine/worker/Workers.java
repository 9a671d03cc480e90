package gyotaku.engine.worker;

import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Opener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeoutException;

/// Opens files in child processes, one for each file that is open at the same time. They start when first needed,
/// stay warm, and are replaced after a crash, a hang or a number of files.
public final class Workers implements Opener, AutoCloseable {

    /// Against what parsers leak over time.
    private static final int FILES_EACH = 500;

    private final Limits.Files limits;
    private final ChildCommand command;
    private final Deque<Worker> idle = new ArrayDeque<>();
    private boolean closed;

    public Workers(Limits.Files limits, ChildCommand command) {
        this.limits = limits;
        this.command = command;
    }

    @Override
    public Opened open(Enclosure file) {
        Worker worker = null;
        try {
            worker = taken();
            Opened opened = worker.open(file, limits.time(), limits.answerBytes());
            give(worker);
            return opened;
        } catch (IOException | TimeoutException e) {
            if (worker != null) {
                worker.kill();
            }
            return Opened.of(Opened.State.FAILED, String.valueOf(e.getMessage()));
        } catch (InterruptedException _) {
            worker.kill();
            Thread.currentThread().interrupt();
            return Opened.of(Opened.State.FAILED, "interrupted");
        }
    }

    private Worker taken() throws IOException {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return Worker.start(command);
    }

    private void give(Worker worker) {
        synchronized (idle) {
            if (!closed && worker.opened() < FILES_EACH) {
                idle.push(worker);
                return;
            }
        }
        worker.kill();
    }

    /// Ends all processes.
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(Worker::kill);
            idle.clear();
        }
    }
}
