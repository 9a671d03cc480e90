package gyotaku.enrich;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/// A server that misbehaves in one way, by TCP and by UDP at the same port number.
final class HostileTcp implements AutoCloseable {

    enum Fault {
        HANG,
        DRIP,
        FLOOD,
        ENDLESS_REDIRECTS,
        GZIP_BOMB,
        WRONG_LENGTH,
        GARBAGE,
        REDIRECT_INWARD,
        CLOSED
    }

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private static final byte[] BOMB = packed();

    private final Fault fault;
    private final ServerSocket tcp;
    private final DatagramSocket udp;
    private final ServerSocket inner;
    private final AtomicInteger innerConnections = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    HostileTcp(Fault fault) {
        try {
            this.fault = fault;
            this.tcp = new ServerSocket(0, 50, LOOPBACK);
            this.udp = new DatagramSocket(tcp.getLocalPort(), LOOPBACK);
            this.inner = new ServerSocket(0, 50, LOOPBACK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(() -> accept(tcp, this::serve));
        threads.execute(() -> accept(inner, _ -> innerConnections.incrementAndGet()));
        threads.execute(this::datagrams);
    }

    private interface Talk {
        void with(Socket socket) throws IOException, InterruptedException;
    }

    private void accept(ServerSocket server, Talk talk) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> talk(socket, talk));
            } catch (IOException _) {
                return;
            }
        }
    }

    private static void talk(Socket socket, Talk talk) {
        try (socket) {
            talk.with(socket);
        } catch (IOException | InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return tcp.getLocalPort();
    }

    String base() {
        return "http://127.0.0.1:" + port() + "/";
    }

    /// Connections that somebody was led to.
    int innerConnections() {
        return innerConnections.get();
    }

    private void serve(Socket socket) throws IOException, InterruptedException {
        OutputStream out = socket.getOutputStream();
        socket.getInputStream().read(new byte[64 << 10]);
        switch (fault) {
            case HANG -> socket.getInputStream().readAllBytes();
            case DRIP -> drip(out);
            case FLOOD -> flood(out);
            case ENDLESS_REDIRECTS -> send(out, "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n");
            case REDIRECT_INWARD ->
                send(
                        out,
                        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" + inner.getLocalPort()
                                + "/secret\r\nContent-Length: 0\r\n\r\n");
            case WRONG_LENGTH -> send(out, "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n{\"a\":");
            case GZIP_BOMB -> bomb(out);
            case GARBAGE -> out.write(new byte[] {0, 1, 2, (byte) 0xff, 13, 10, 13, 10, 7, 7, 7});
            case CLOSED -> socket.setSoLinger(true, 0);
        }
        out.flush();
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void drip(OutputStream out) throws IOException, InterruptedException {
        send(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        while (true) {
            out.write('x');
            out.flush();
            Thread.sleep(20);
        }
    }

    private static void flood(OutputStream out) throws IOException {
        send(out, "HTTP/1.1 200 OK\r\n\r\n");
        byte[] many = "x".repeat(64 << 10).getBytes(StandardCharsets.US_ASCII);
        while (true) {
            out.write(many);
        }
    }

    private static void bomb(OutputStream out) throws IOException {
        send(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + BOMB.length + "\r\n\r\n");
        out.write(BOMB);
    }

    private static byte[] packed() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 32; i++) {
                gzip.write(new byte[1 << 20]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] garbage(byte[] question) {
        return new byte[] {question[0], question[1], (byte) 0x81, (byte) 0x83, 7, 7};
    }

    /// REFUSED, without the question.
    private static byte[] refusal(byte[] question) {
        return new byte[] {question[0], question[1], (byte) 0x81, (byte) 0x85, 0, 0, 0, 0, 0, 0, 0, 0};
    }

    /// Silence, bytes that are no DNS message, or a refusal.
    private void datagrams() {
        byte[] buffer = new byte[2_000];
        while (!udp.isClosed()) {
            try {
                DatagramPacket question = new DatagramPacket(buffer, buffer.length);
                udp.receive(question);
                if (fault != Fault.HANG) {
                    byte[] answer = fault == Fault.DRIP ? garbage(buffer) : refusal(buffer);
                    udp.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
                }
            } catch (IOException _) {
                return;
            }
        }
    }

    @Override
    public void close() throws IOException {
        tcp.close();
        udp.close();
        inner.close();
        threads.shutdownNow();
    }
}
