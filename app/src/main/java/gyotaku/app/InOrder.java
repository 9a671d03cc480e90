package gyotaku.app;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// Runs tasks at the same time and hands their results back in the order of the tasks, with a bound on how many wait.
final class InOrder<T> {

    private final ExecutorService workers;
    private final int most;
    private final Deque<Future<T>> running = new ArrayDeque<>();

    InOrder(ExecutorService workers, int most) {
        this.workers = workers;
        this.most = most;
    }

    /// @return the oldest tasks when there are too many, else nothing
    List<Future<T>> submit(Callable<T> task) {
        running.add(workers.submit(task));
        List<Future<T>> ready = new ArrayList<>();
        while (running.size() > most) {
            ready.add(running.remove());
        }
        return ready;
    }

    List<Future<T>> rest() {
        List<Future<T>> all = List.copyOf(running);
        running.clear();
        return all;
    }
}
