package gyotaku.enrich.page;

import gyotaku.enrich.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The Chrome DevTools Protocol over the browser's pipe: JSON messages, each ended by a NUL.
final class DevTools {

    /// Of one message: against a page that fills our memory by way of the browser. A picture of 16 MB fits.
    private static final int MESSAGE_BYTES = 24 << 20;

    private final OutputStream out;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();

    private volatile boolean gone;

    /// What the browser says of itself.
    record Event(String session, String method, JsonNode params) {}

    /// @param events called in order, on one thread
    DevTools(Process browser, Consumer<Event> events) {
        this.out = browser.getOutputStream();
        InputStream in = new BufferedInputStream(browser.getInputStream(), 1 << 16);
        Thread.ofPlatform().daemon().name("browser").start(() -> read(in, events));
    }

    /// One command.
    ///
    /// @param session of the target, or empty for the browser itself
    /// @throws IOException when it fails, the browser is gone, or time is over
    JsonNode call(String session, String method, ObjectNode params, Duration most) throws IOException {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        try {
            if (gone) {
                throw new IOException(method + ": the browser is gone");
            }
            send(id, session, method, params);
            JsonNode reply = answer.get(Math.max(1, most.toMillis()), TimeUnit.MILLISECONDS);
            if (reply.has("error")) {
                throw new IOException(method + ": " + Json.text(reply.path("error"), "message"));
            }
            return reply.path("result");
        } catch (TimeoutException e) {
            throw new IOException(method + ": no answer in time", e);
        } catch (ExecutionException e) {
            throw new IOException(method + ": the browser is gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            waiting.remove(id);
        }
    }

    /// A command whose answer nobody needs.
    void tell(String session, String method, ObjectNode params) {
        try {
            send(ids.incrementAndGet(), session, method, params);
        } catch (IOException _) {
            // the next call says so
        }
    }

    private void send(int id, String session, String method, ObjectNode params) throws IOException {
        ObjectNode message = Json.object().put("id", id).put("method", method);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        message.set("params", params);
        byte[] bytes = (message + "\0").getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            out.write(bytes);
            out.flush();
        }
    }

    private void read(InputStream in, Consumer<Event> events) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == 0) {
                    if (message.size() <= MESSAGE_BYTES) {
                        Json.readLong(message.toByteArray()).ifPresent(json -> dispatch(json, events));
                    }
                    message.reset();
                } else if (message.size() <= MESSAGE_BYTES) {
                    message.write(b);
                }
            }
        } catch (IOException _) {
            // the pipe broke: the same as its end
        } finally {
            gone = true;
            waiting.values().forEach(answer -> answer.completeExceptionally(new IOException("the browser is gone")));
        }
    }

    private void dispatch(JsonNode json, Consumer<Event> events) {
        if (json.has("id")) {
            Optional.ofNullable(waiting.get(json.path("id").asInt(0))).ifPresent(answer -> answer.complete(json));
        } else {
            events.accept(new Event(Json.text(json, "sessionId"), Json.text(json, "method"), json.path("params")));
        }
    }
}
