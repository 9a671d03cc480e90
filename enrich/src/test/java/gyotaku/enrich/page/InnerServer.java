package gyotaku.enrich.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// What lies on loopback and nobody may be led to: TCP at 80 and 443 where this user may listen there, TCP and UDP at
/// a port of the system's choice.
final class InnerServer implements AutoCloseable {

    static final String SECRET = "the-secret-of-the-inner-server";

    private final List<ServerSocket> servers = new ArrayList<>();
    private final DatagramSocket udp;
    private final AtomicInteger connections = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    InnerServer() {
        try {
            for (int port : new int[] {0, 80, 443}) {
                listen(port);
            }
            udp = new DatagramSocket(port(), InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        servers.forEach(server -> threads.execute(() -> accept(server)));
        threads.execute(this::datagrams);
    }

    private void listen(int port) throws IOException {
        try {
            servers.add(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()));
        } catch (BindException e) {
            if (port == 0) {
                throw e;
            }
        }
    }

    int port() {
        return servers.getFirst().getLocalPort();
    }

    /// Connections and datagrams.
    int reached() {
        return connections.get();
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try (var client = server.accept()) {
                connections.incrementAndGet();
                String answer =
                        "HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n" + SECRET;
                client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException _) {
                // the next one
            }
        }
    }

    private void datagrams() {
        while (!udp.isClosed()) {
            try {
                udp.receive(new DatagramPacket(new byte[2_000], 2_000));
                connections.incrementAndGet();
            } catch (IOException _) {
                // closed
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        udp.close();
        servers.forEach(server -> {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
