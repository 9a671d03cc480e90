package gyotaku.testkit.internet;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// A forward proxy: `CONNECT` goes to the TLS sites, plain requests to the HTTP sites, a host without a site gets 502,
/// a host of `web_timeout` is kept waiting.
final class ForwardProxy {

    private static final int KEPT_WAITING_MS = 120_000;
    private static final int HEAD_BYTES = 64 << 10;

    private final Scenario scenario;
    private final Sites sites;
    private final Journal journal;

    private ForwardProxy(Scenario scenario, Sites sites, Journal journal) {
        this.scenario = scenario;
        this.sites = sites;
        this.journal = journal;
    }

    static Listener start(Scenario scenario, Sites sites, Journal journal) throws IOException {
        return Listener.open(0, new ForwardProxy(scenario, sites, journal)::talk);
    }

    private void talk(Socket client) throws IOException {
        InputStream in = new BufferedInputStream(client.getInputStream());
        byte[] head = head(in);
        String[] words = new String(head, StandardCharsets.ISO_8859_1).split("[ \r\n]", 3);
        if (words.length < 3) {
            return;
        }
        journal.note("proxy", words[0] + " " + words[1]);
        boolean connect = words[0].equals("CONNECT");
        String host = connect ? words[1].split(":", 2)[0] : host(words[1]);
        if (scenario.lists("web_timeout", host.toLowerCase(Locale.ROOT))) {
            keepWaiting(client);
        } else if (!scenario.hasSite(host.toLowerCase(Locale.ROOT))) {
            say(client, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        } else if (connect) {
            say(client, "HTTP/1.1 200 Connection established\r\n\r\n");
            join(client, in, sites.tlsPort(), new byte[0]);
        } else {
            join(client, in, sites.plainPort(), head);
        }
    }

    private static void keepWaiting(Socket client) throws IOException {
        client.setSoTimeout(KEPT_WAITING_MS);
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private static String host(String target) {
        try {
            String host = URI.create(target).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException odd) {
            return "";
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 2 && head.size() < HEAD_BYTES) {
            int b = in.read();
            if (b < 0) {
                break;
            }
            head.write(b);
            ends = b == '\n' ? ends + 1 : b == '\r' ? ends : 0;
        }
        return head.toByteArray();
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void join(Socket client, InputStream in, int port, byte[] first) throws IOException {
        try (Socket site = new Socket(InetAddress.getLoopbackAddress(), port)) {
            site.getOutputStream().write(first);
            Thread back = Thread.ofVirtual().start(() -> pump(site, client));
            in.transferTo(site.getOutputStream());
            site.shutdownOutput();
            back.join();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException oneSideWentAway) {
            // the other side sees the end
        }
    }
}
