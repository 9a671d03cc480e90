package gyotaku.enrich.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/// Every web site behind an upstream proxy, each misbehaving in the same way.
final class HostileSite implements AutoCloseable {

    enum Fault {
        HANG,
        DRIP,
        DRIPPING_HEAD,
        FLOOD,
        ENDLESS_REDIRECTS,
        GZIP_BOMB,
        WRONG_LENGTH,
        GARBAGE,
        CLOSED,
        ENDLESS_SCRIPT,
        ENDLESS_ALERTS
    }

    private static final String HTML = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
    private static final String START = "<title>hostile</title><p>begun";

    private final Fault fault;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    HostileSite(Fault fault) {
        try {
            this.fault = fault;
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int proxyPort() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            head(client.getInputStream());
            talk(client.getOutputStream());
        } catch (IOException _) {
            // the other side had enough
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void head(InputStream in) throws IOException {
        int ends = 0;
        for (int b = in.read(); b >= 0 && ends < 2; b = ends < 2 ? in.read() : -1) {
            ends = b == '\n' ? ends + 1 : b == '\r' ? ends : 0;
            if (ends == 2) {
                return;
            }
        }
    }

    private void talk(OutputStream out) throws IOException, InterruptedException {
        switch (fault) {
            case HANG -> Thread.sleep(120_000);
            case DRIP -> {
                say(out, HTML + "\r\n" + START);
                drip(out, "x");
            }
            case DRIPPING_HEAD -> {
                say(out, HTML);
                drip(out, "X-A: b\r\n");
            }
            case FLOOD -> {
                say(out, HTML + "\r\n" + START);
                String much = "<p>more</p>".repeat(6_000);
                for (int i = 0; i < 2_000; i++) {
                    say(out, much);
                }
            }
            case ENDLESS_REDIRECTS ->
                say(
                        out,
                        "HTTP/1.1 302 Found\r\nLocation: http://next.example-h.com/" + System.nanoTime()
                                + "\r\nContent-Length: 0\r\n\r\n");
            case GZIP_BOMB -> {
                say(out, HTML + "Content-Encoding: gzip\r\n\r\n");
                out.write(bomb());
            }
            case WRONG_LENGTH -> say(out, HTML + "Content-Length: 100000\r\n\r\n" + START);
            case GARBAGE -> say(out, "\u0000\u0001garbage".repeat(100) + "\r\n\r\n");
            case CLOSED -> out.flush();
            case ENDLESS_SCRIPT -> whole(out, START + "<script>for (;;) {}</script>");
            case ENDLESS_ALERTS -> whole(out, START + "<script>for (;;) { alert('locked') }</script>");
        }
    }

    private static void whole(OutputStream out, String body) throws IOException {
        say(out, HTML + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private static void drip(OutputStream out, String drop) throws IOException, InterruptedException {
        while (true) {
            say(out, drop);
            Thread.sleep(200);
        }
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(START.getBytes(StandardCharsets.US_ASCII));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                gzip.write(block);
            }
        }
        return packed.toByteArray();
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
