package gyotaku.engine.worker;

import gyotaku.dissect.Frames;
import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Opener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Opens files in child processes, one for each file that is open at the same time. They start when first needed,
/// stay warm, and are replaced after a crash, a hang or a number of files.
public final class Workers implements Opener, AutoCloseable {

    /// Against what parsers leak over time.
    static final int FILES_EACH = 500;

    private final Limits.Files limits;
    private final ChildCommand command;
    private final Object lock = new Object();
    private final Deque<Worker> idle = new ArrayDeque<>();
    private final Set<Worker> busy = new HashSet<>();
    private boolean closed;

    public Workers(Limits.Files limits, ChildCommand command) {
        this.limits = limits;
        this.command = command;
    }

    @Override
    public Opened open(Enclosure file) {
        try {
            return open(file, taken());
        } catch (IOException e) {
            return failed(e);
        }
    }

    private Opened open(Enclosure file, Worker worker) {
        boolean sound = false;
        try {
            Opened opened = worker.open(file, limits.time(), Frames.mostAnswered(limits, file));
            sound = true;
            return opened;
        } catch (IOException | TimeoutException e) {
            return failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(e);
        } finally {
            give(worker, sound);
        }
    }

    private static Opened failed(Exception e) {
        String why = e instanceof InterruptedException ? "interrupted" : String.valueOf(e.getMessage());
        return Opened.of(Opened.State.FAILED, why);
    }

    private Worker taken() throws IOException {
        synchronized (lock) {
            if (closed) {
                throw new IOException("no more files are opened");
            }
            Worker waiting = idle.poll();
            while (waiting != null && !waiting.isAlive()) {
                waiting = idle.poll();
            }
            Worker worker = waiting == null ? Worker.start(command) : waiting;
            busy.add(worker);
            return worker;
        }
    }

    private void give(Worker worker, boolean sound) {
        synchronized (lock) {
            busy.remove(worker);
            if (sound && !closed && worker.opened() < FILES_EACH) {
                idle.push(worker);
                return;
            }
        }
        worker.kill();
    }

    /// The processes that are there now.
    List<ProcessHandle> processes() {
        synchronized (lock) {
            return Stream.concat(idle.stream(), busy.stream())
                    .map(Worker::handle)
                    .toList();
        }
    }

    /// Ends all processes; who waits for one is told that it ended.
    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            idle.forEach(Worker::kill);
            idle.clear();
            busy.forEach(Worker::kill);
        }
    }
}
