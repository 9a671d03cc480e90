package gyotaku.enrich.egress;

import gyotaku.model.Why;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Connects to web servers that a stranger named: to the address that the guard has checked, or through the operator's
/// upstream proxy, which is given only names that the guard has checked.
public final class Dialer {

    /// Against an upstream that never ends its answer to CONNECT.
    private static final int HEAD_BYTES = 16 << 10;

    private final Guard guard;
    private final Optional<HostPort> upstream;
    private final int patience;

    /// @param patience for a connection to come about, and for each read after that
    public Dialer(Guard guard, Optional<HostPort> upstream, Duration patience) {
        this.guard = guard;
        this.upstream = upstream;
        this.patience = Math.toIntExact(patience.toMillis());
    }

    /// @param socket open
    /// @param peer whom it leads to; empty behind an upstream proxy, which alone knows
    public record Line(Socket socket, Optional<InetAddress> peer) {}

    /// A connection that carries bytes to that server.
    ///
    /// @throws NoAnswer when the guard refuses
    public Line open(String host, int port) throws IOException {
        Line line = toward(host, port);
        if (upstream.isEmpty()) {
            return line;
        }
        try {
            tunnel(line.socket(), host, port);
            return line;
        } catch (IOException | RuntimeException e) {
            line.socket().close();
            throw e;
        }
    }

    /// A connection on which a plain HTTP request may be put: with [#absolute], in absolute form.
    public Line toward(String host, int port) throws IOException {
        List<InetAddress> checked = guard.web(host, port);
        if (upstream.isEmpty()) {
            Socket socket = connected(checked, port);
            return new Line(socket, Optional.of(socket.getInetAddress()));
        }
        HostPort proxy = upstream.get();
        return new Line(connected(guard.operators(proxy.host()), proxy.port()), Optional.empty());
    }

    /// Whether the next one on the line is a proxy.
    public boolean absolute() {
        return upstream.isPresent();
    }

    private Socket connected(List<InetAddress> addresses, int port) throws IOException {
        IOException last = new ConnectException("no address");
        for (InetAddress address : addresses) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, port), patience);
                socket.setSoTimeout(patience);
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }

    private static void tunnel(Socket socket, String host, int port) throws IOException {
        String name = (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
        String request = "CONNECT " + name + " HTTP/1.1\r\nHost: " + name + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String[] words = head(socket.getInputStream()).split("[ \r\n]", 3);
        String status = words.length > 1 ? words[1] : "";
        if (status.equals("504")) {
            throw new SocketTimeoutException("the upstream proxy's time was over");
        }
        if (!status.equals("200")) {
            throw new ConnectException("the upstream proxy says " + status);
        }
    }

    /// The bytes of a request or an answer up to the empty line.
    static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int ends = 0; ends < 2; ) {
            int b = in.read();
            if (b < 0) {
                throw new ConnectException("closed in the middle of a head");
            }
            if (head.size() >= HEAD_BYTES) {
                throw new NoAnswer(Why.Reason.TOO_LARGE, "head");
            }
            head.write(b);
            ends = b == '\n' ? ends + 1 : b == '\r' ? ends : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }
}
