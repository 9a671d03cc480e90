package gyotaku.testkit.internet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A TCP server on loopback that hands each connection to its own virtual thread.
final class Listener implements AutoCloseable {

    /// What is said to one client; the connection is closed afterwards.
    @FunctionalInterface
    interface Talk {
        void with(Socket client) throws IOException;
    }

    private final ServerSocket server;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final Talk talk;

    private Listener(ServerSocket server, Talk talk) {
        this.server = server;
        this.talk = talk;
    }

    static Listener open(int port, Talk talk) throws IOException {
        Listener listener = new Listener(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), talk);
        Thread.ofVirtual().start(listener::accept);
        return listener;
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket client : clients) {
            client.close();
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                clients.add(client);
                if (server.isClosed()) {
                    client.close();
                    return;
                }
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            talk.with(client);
        } catch (IOException clientWentAway) {
            // nobody is left to be told
        } finally {
            clients.remove(client);
        }
    }
}
