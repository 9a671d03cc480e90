package gyotaku.enrich.egress;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A time-stamp service that the operator named, asked over HTTP (RFC 3161 section 3.4).
public final class StampService {

    /// Its response carries a few certificates; against a server that floods.
    private static final int ANSWER_BYTES = 64 << 10;

    private static final int OK = 200;

    private final URI url;
    private final Duration patience;
    private final HttpFetch http;

    /// @param patience for the whole of one question
    public StampService(URI url, Duration patience) {
        this.url = url;
        this.patience = patience;
        this.http = new HttpFetch(new Guard(_ -> List.of()), ANSWER_BYTES, patience);
    }

    /// @param query a `TimeStampReq`
    /// @return what it answers with status 200, unread
    /// @throws IOException when nothing usable came; the message is for the user
    public byte[] ask(byte[] query) throws IOException {
        try (ExecutorService running = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = running.submit(() -> http.post(url, "application/timestamp-query", query));
            try {
                HttpFetch.Fetched fetched = answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
                if (fetched.status() != OK) {
                    throw new IOException(url + " answered with HTTP " + fetched.status());
                }
                return fetched.body();
            } catch (TimeoutException e) {
                answer.cancel(true);
                throw new IOException(url + " did not answer within " + patience.toSeconds() + " s", e);
            } catch (ExecutionException e) {
                Throwable cause = Objects.requireNonNull(e.getCause());
                throw new IOException(url + " did not answer: " + cause.getMessage(), cause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
    }
}
