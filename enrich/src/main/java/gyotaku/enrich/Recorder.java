package gyotaku.enrich;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Asks each question once and keeps every reply. Who asks the same at the same time waits for the one answer.
public final class Recorder implements Egress {

    private final Egress live;
    private final Instant startedAt;
    private final boolean offline;
    private final ConcurrentMap<Question, CompletableFuture<Reply>> replies = new ConcurrentHashMap<>();

    public Recorder(Egress live, Instant startedAt, boolean offline) {
        this.live = live;
        this.startedAt = startedAt;
        this.offline = offline;
    }

    @Override
    public Reply ask(Question question) {
        CompletableFuture<Reply> mine = new CompletableFuture<>();
        CompletableFuture<Reply> first = replies.putIfAbsent(question, mine);
        if (first != null) {
            return first.join();
        }
        try {
            mine.complete(live.ask(question));
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        }
        return mine.join();
    }

    /// All that was asked until now.
    public Tape tape() {
        SortedMap<Question, Reply> done = new TreeMap<>();
        replies.forEach((question, reply) -> {
            if (reply.isDone() && !reply.isCompletedExceptionally()) {
                done.put(question, reply.join());
            }
        });
        return new Tape(startedAt, offline, done);
    }
}
