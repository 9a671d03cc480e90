package gyotaku.enrich.egress;

import gyotaku.model.Why;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// The guarded way out of a browser: an HTTP proxy on loopback for the time of one visit. Whatever the page tries (a
/// redirect, a script, a frame, a WebSocket), each connection is resolved once, checked, and made to the address that
/// was checked.
///
/// Nobody else on this machine can use it: each request must carry the random secret of this proxy (RFC 7617 in
/// `Proxy-Authorization`). The browser gets it over its pipe when a page's request is asked for it
/// (`Fetch.authRequired`), so that it stands in no command line, environment or file.
public final class EgressProxy implements AutoCloseable {

    /// Of both directions together: against a page that floods.
    public static final long BYTES = 30L << 20;

    /// Against a page that opens connections without end.
    public static final int CONNECTIONS = 300;

    /// For an announcement that is on its way.
    private static final Duration ANNOUNCEMENT = Duration.ofSeconds(1);

    private static final Set<String> HOP_BY_HOP =
            Set.of("connection", "proxy-connection", "keep-alive", "te", "upgrade");

    /// The user name that goes with [#secret].
    public static final String USER = "gyotaku";

    private static final String WITHOUT_SECRET = String.join(
            "\r\n",
            "HTTP/1.1 407 Proxy Authentication Required",
            "Proxy-Authenticate: Basic realm=gyotaku",
            "Content-Length: 0",
            "Connection: close",
            "",
            "");

    private final Dialer dialer;
    private final ServerSocket server;
    private final String secret;
    private final byte[] expected;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Exchange> ledger = new CopyOnWriteArrayList<>();
    private final Map<String, InetAddress> peers = new ConcurrentHashMap<>();
    private final Map<String, Why> refusals = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger connections = new AtomicInteger();
    private final boolean announcedOnly;
    private final Set<String> announced = ConcurrentHashMap.newKeySet();

    /// One connection that the browser asked for.
    ///
    /// @param target `host:port`
    /// @param peer the address that it went to, or empty
    /// @param refused why it did not come about, or empty
    public record Exchange(String target, String peer, String refused) {}

    private EgressProxy(Dialer dialer, ServerSocket server, boolean announcedOnly) {
        this.dialer = dialer;
        this.server = server;
        this.announcedOnly = announcedOnly;
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        this.secret = HexFormat.of().formatHex(random);
        String pair = USER + ":" + secret;
        this.expected = ("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.US_ASCII)))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// For any host that may be reached at all.
    public static EgressProxy open(Dialer dialer) throws IOException {
        return open(dialer, false);
    }

    /// Only for hosts that were announced: a browser also goes out of its own accord, to warm up its search engine.
    public static EgressProxy openForAnnounced(Dialer dialer) throws IOException {
        return open(dialer, true);
    }

    private static EgressProxy open(Dialer dialer, boolean announcedOnly) throws IOException {
        EgressProxy proxy =
                new EgressProxy(dialer, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), announcedOnly);
        proxy.threads.execute(proxy::accept);
        return proxy;
    }

    public int port() {
        return server.getLocalPort();
    }

    /// Without it nothing goes through.
    public String secret() {
        return secret;
    }

    /// The page asks for something at this host.
    public void announce(String host) {
        if (announced.size() < CONNECTIONS) {
            announced.add(host);
        }
    }

    /// Every connection until now, in order.
    public List<Exchange> ledger() {
        return List.copyOf(ledger);
    }

    /// Whom the connections to this host went to.
    public Optional<InetAddress> peer(String host) {
        return Optional.ofNullable(peers.get(host));
    }

    /// Why there is no connection to this host.
    public Optional<Why> refusal(String host) {
        return Optional.ofNullable(refusals.get(host));
    }

    /// Which bounds were hit: `bytes`, `connections`.
    public List<String> cut() {
        List<String> cut = new ArrayList<>();
        if (bytes.get() > BYTES) {
            cut.add("bytes");
        }
        if (connections.get() > CONNECTIONS) {
            cut.add("connections");
        }
        return cut;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        quietly(server);
        open.forEach(EgressProxy::quietly);
    }

    private static void quietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // gone already
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = Dialer.head(client.getInputStream());
            String[] words = head.split("[ \r\n]", 3);
            if (!carriesSecret(head)) {
                say(client, WITHOUT_SECRET);
            } else if (words[0].equals("CONNECT")) {
                connect(client, words[1]);
            } else {
                plain(client, head, words);
            }
        } catch (IOException | RuntimeException _) {
            // the browser sees a closed connection
        } finally {
            open.remove(client);
        }
    }

    private boolean carriesSecret(String head) {
        return MessageDigest.isEqual(
                field(head, "proxy-authorization").getBytes(StandardCharsets.ISO_8859_1), expected);
    }

    /// The value of a header field, or empty.
    private static String field(String head, String name) {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    private void connect(Socket client, String target) throws IOException {
        HostPort to = HostPort.parse(target).orElseThrow(() -> new IOException("no target"));
        Optional<Dialer.Line> line = dial(client, to, true);
        if (line.isPresent()) {
            try (Socket far = line.get().socket()) {
                open.add(far);
                say(client, "HTTP/1.1 200 Connection established\r\n\r\n");
                join(client, far);
            }
        }
    }

    private void plain(Socket client, String head, String[] words) throws IOException {
        URI uri = URI.create(words[1]);
        String host = Optional.ofNullable(uri.getHost()).orElseThrow(() -> new IOException("no host"));
        HostPort to = new HostPort(host.replace("[", "").replace("]", ""), uri.getPort() < 0 ? 80 : uri.getPort());
        Optional<Dialer.Line> line = dial(client, to, false);
        if (line.isPresent()) {
            try (Socket far = line.get().socket()) {
                open.add(far);
                say(far, forwarded(head, uri));
                far.setSoTimeout(0);
                threads.execute(() -> upward(client, far, bodyLength(head)));
                say(client, answered(Dialer.head(far.getInputStream())));
                pump(far, client);
            }
        }
    }

    /// Of a request; browsers write no other length than this one.
    private static long bodyLength(String head) {
        String length = field(head, "content-length");
        return length.matches("[0-9]{1,10}") ? Long.parseLong(length) : 0;
    }

    /// The body and no byte more: what follows would be a request that nobody checked, and an upstream proxy would
    /// take it for one.
    private void upward(Socket client, Socket far, long length) {
        try {
            InputStream in = client.getInputStream();
            byte[] buffer = new byte[16 << 10];
            long left = length;
            while (left > 0) {
                int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (n < 0 || bytes.addAndGet(n) > BYTES) {
                    quietly(far);
                    return;
                }
                far.getOutputStream().write(buffer, 0, n);
                left -= n;
            }
        } catch (IOException _) {
            quietly(far);
        }
    }

    /// So that the browser puts no second request on this connection.
    private static String answered(String head) {
        StringBuilder out = new StringBuilder();
        head.lines()
                .filter(line -> !line.isEmpty() && !isHop(line))
                .forEach(line -> out.append(line).append("\r\n"));
        return out.append("Connection: close\r\n\r\n").toString();
    }

    private static boolean isHop(String line) {
        int colon = line.indexOf(':');
        String name = line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
        return HOP_BY_HOP.contains(name) || name.startsWith("proxy-");
    }

    /// One request a connection, so that each is checked.
    private String forwarded(String head, URI uri) {
        String[] lines = head.split("\r?\n");
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String[] words = lines[0].split(" ", 3);
        StringBuilder out = new StringBuilder(words[0])
                .append(' ')
                .append(dialer.absolute() ? words[1] : path + query)
                .append(" HTTP/1.1\r\n");
        for (int i = 1; i < lines.length; i++) {
            if (lines[i].indexOf(':') > 0 && !isHop(lines[i])) {
                out.append(lines[i]).append("\r\n");
            }
        }
        return out.append("Connection: close\r\n\r\n").toString();
    }

    private Optional<Dialer.Line> dial(Socket client, HostPort to, boolean tunnel) throws IOException {
        if (connections.incrementAndGet() > CONNECTIONS || bytes.get() > BYTES) {
            return refused(client, to, new Why(Why.Reason.LIMIT, ""));
        }
        if (!ofThePage(to.host())) {
            return refused(client, to, new Why(Why.Reason.NOT_FOLLOWED, "not of the page"));
        }
        try {
            Dialer.Line line = tunnel ? dialer.open(to.host(), to.port()) : dialer.toward(to.host(), to.port());
            line.peer().ifPresent(peer -> peers.put(to.host(), peer));
            String peer = line.peer().map(InetAddress::getHostAddress).orElse("");
            ledger.add(new Exchange(to.host() + ":" + to.port(), peer, ""));
            return Optional.of(line);
        } catch (NoAnswer e) {
            return refused(client, to, e.why());
        } catch (SocketTimeoutException _) {
            return refused(client, to, Why.of(Why.Reason.TIMEOUT));
        } catch (IOException _) {
            return refused(client, to, Why.of(Why.Reason.REFUSED));
        }
    }

    /// What is announced by an event may come a moment after the connection.
    private boolean ofThePage(String host) {
        for (long left = ANNOUNCEMENT.toMillis(); announcedOnly && !announced.contains(host); left -= 20) {
            if (left <= 0) {
                return false;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private Optional<Dialer.Line> refused(Socket client, HostPort to, Why why) throws IOException {
        if (why.reason() != Why.Reason.NOT_FOLLOWED) {
            refusals.putIfAbsent(to.host(), why);
        }
        ledger.add(new Exchange(to.host() + ":" + to.port(), "", why.reason() + " " + why.detail()));
        say(client, "HTTP/1.1 502 Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        return Optional.empty();
    }

    private static void say(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void join(Socket client, Socket far) throws IOException {
        far.setSoTimeout(0);
        threads.execute(() -> pump(far, client));
        pump(client, far);
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[16 << 10];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                if (bytes.addAndGet(n) > BYTES) {
                    from.close();
                    to.close();
                    return;
                }
                out.write(buffer, 0, n);
            }
            to.shutdownOutput();
        } catch (IOException _) {
            quietly(from);
            quietly(to);
        } finally {
            open.remove(from);
        }
    }
}
