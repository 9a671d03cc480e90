package gyotaku.enrich.page;

import gyotaku.enrich.CaptureSettings;
import gyotaku.enrich.dns.DnsTransport;
import gyotaku.enrich.egress.Dialer;
import gyotaku.enrich.egress.EgressProxy;
import gyotaku.enrich.egress.Guard;
import gyotaku.enrich.egress.NoAnswer;
import gyotaku.enrich.page.Visit.Ending;
import gyotaku.enrich.page.Visit.Look;
import gyotaku.model.Sha256;
import gyotaku.model.Why;
import gyotaku.model.fact.Landing;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// One visit to a page: first the connection (a server that is gone needs no browser), then the browser as a desktop,
/// then as a phone. Without Chromium one plain fetch.
final class PageLook {

    /// For the connection; a server that takes longer is no page that a reader would wait for.
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /// Below this a second look is not begun.
    private static final Duration SECOND_LOOK = Duration.ofSeconds(4);

    /// Kept back for closing down: who ends by itself has something to show, who is interrupted has nothing.
    private static final Duration RESERVE = Duration.ofSeconds(3);

    private final CaptureSettings settings;
    private final Dialer dialer;
    private final long deadline;
    private final Map<Sha256, byte[]> files;

    /// @param time for all of it
    /// @param files where everything that was seen is put by digest
    PageLook(CaptureSettings settings, Guard guard, Duration time, Map<Sha256, byte[]> files) {
        Duration third = time.dividedBy(3);
        this.settings = settings;
        this.dialer = new Dialer(guard, settings.proxy(), shorter(CONNECT, third));
        this.deadline = System.nanoTime()
                + time.minus(shorter(RESERVE, time.dividedBy(5))).toNanos();
        this.files = files;
    }

    /// A page that does not answer is a result too.
    ///
    /// @throws IOException when we could not look: the browser did not start, we were interrupted
    Visit visit(String url) throws IOException {
        URI uri = uri(url);
        TlsLook.Seen first;
        try {
            first = connection(uri);
        } catch (IOException e) {
            return dead(url, ending(e));
        }
        Optional<Path> browser = Chromium.find(settings.browser());
        if (browser.isEmpty()) {
            return plain(url, first, List.of());
        }
        Optional<Visit> visit = browsed(browser.get(), url, first);
        return visit.isPresent() ? visit.get() : plain(url, first, List.of("browser"));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static URI uri(String url) throws NoAnswer {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null && (isTls(uri) || "http".equalsIgnoreCase(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new NoAnswer(Why.Reason.UNREADABLE, "no URL that can be visited");
    }

    private static String host(URI uri) {
        String host = uri.getHost();
        return host == null ? "" : host.replace("[", "").replace("]", "");
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : isTls(uri) ? 443 : 80;
    }

    private static boolean isTls(URI uri) {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private TlsLook.Seen connection(URI uri) throws IOException {
        if (isTls(uri)) {
            return TlsLook.at(dialer, host(uri), port(uri));
        }
        Dialer.Line line = dialer.absolute() ? dialer.toward(host(uri), port(uri)) : dialer.open(host(uri), port(uri));
        line.socket().close();
        return new TlsLook.Seen(
                line.peer().map(address -> address.getHostAddress()).orElse(""), Optional.empty(), new byte[0]);
    }

    private Visit dead(String url, Ending ending) {
        return new Visit(
                Chromium.find(settings.browser()).isPresent() ? Landing.Means.BROWSER : Landing.Means.PLAIN,
                "",
                Optional.empty(),
                List.of(Look.dead(Agent.DESKTOP.title, url, ending, List.of(), List.of())));
    }

    /// How a connection that did not come about ended.
    static Ending ending(IOException e) {
        return switch (e) {
            case NoAnswer known -> ending(known.why());
            case SocketTimeoutException _ -> Ending.TIMEOUT;
            case IOException _ -> Ending.REFUSED;
        };
    }

    static Ending ending(Why why) {
        if (why.reason() == Why.Reason.FORBIDDEN_ADDRESS) {
            return Ending.INNER_ADDRESS;
        }
        if (why.reason() == Why.Reason.TIMEOUT) {
            return Ending.TIMEOUT;
        }
        return why.detail().equals(DnsTransport.NO_SUCH_NAME) ? Ending.NXDOMAIN : Ending.REFUSED;
    }

    /// Empty when the browser does not start or would run without its sandbox.
    private Optional<Visit> browsed(Path browser, String url, TlsLook.Seen first) throws IOException {
        List<Look> looks = new ArrayList<>();
        try (EgressProxy proxy = EgressProxy.openForAnnounced(dialer);
                Chromium chromium = Chromium.start(browser, proxy.port(), deadline)) {
            AtomicReference<BrowserLook> current = new AtomicReference<>();
            DevTools tools = new DevTools(chromium.process(), event -> {
                BrowserLook look = current.get();
                if (look != null) {
                    look.accept(event);
                }
            });
            Optional<BrowserLook> opened = opened(tools, chromium, proxy, url);
            if (opened.isEmpty()) {
                return Optional.empty();
            }
            BrowserLook desktop = opened.get();
            current.set(desktop);
            Look seen = desktop.look();
            looks.add(seen.error() == Ending.ANSWERED ? withIcon(seen, desktop.icon()) : seen);
            if (seen.error() == Ending.ANSWERED && left().compareTo(SECOND_LOOK) > 0) {
                phone(tools, current, proxy, url).ifPresent(looks::add);
            }
            return Optional.of(finished(Landing.Means.BROWSER, url, first, looks, proxy));
        }
    }

    private Optional<BrowserLook> opened(DevTools tools, Chromium chromium, EgressProxy proxy, String url)
            throws IOException {
        try {
            BrowserLook desktop = new BrowserLook(tools, proxy, Agent.DESKTOP, url, deadline, files);
            return chromium.confined() ? Optional.of(desktop) : Optional.empty();
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /// What the first look saw stands, even if the browser dies of the second.
    private Optional<Look> phone(DevTools tools, AtomicReference<BrowserLook> current, EgressProxy proxy, String url)
            throws IOException {
        try {
            BrowserLook phone = new BrowserLook(tools, proxy, Agent.PHONE, url, deadline, files);
            current.set(phone);
            return Optional.of(phone.look());
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private Duration left() {
        return Duration.ofNanos(deadline - System.nanoTime());
    }

    /// @param cut `browser` when there is one that cannot be used
    private Visit plain(String url, TlsLook.Seen first, List<String> cut) throws IOException {
        try (EgressProxy proxy = EgressProxy.open(dialer)) {
            Look look = new PlainLook(proxy, deadline, files).look(url).withCut(cut);
            return finished(Landing.Means.PLAIN, url, first, List.of(look), proxy);
        }
    }

    /// The certificate and the peer of the page where the way ended.
    private Visit finished(Landing.Means means, String url, TlsLook.Seen first, List<Look> looks, EgressProxy proxy) {
        URI end = URI.create(url);
        try {
            end = uri(looks.getFirst().url());
        } catch (NoAnswer _) {
            // the start stands
        }
        TlsLook.Seen last = first;
        if (!host(end).equals(host(URI.create(url))) || isTls(end) != isTls(URI.create(url))) {
            last = new TlsLook.Seen("", Optional.empty(), new byte[0]);
            if (isTls(end) && looks.getFirst().error() == Ending.ANSWERED) {
                try {
                    last = TlsLook.at(dialer, host(end), port(end));
                } catch (IOException _) {
                    // it answered the browser and then no more
                }
            }
        }
        String peer =
                proxy.peer(host(end)).map(address -> address.getHostAddress()).orElse(last.peer());
        last.certificate().ifPresent(keep(last.der()));
        return new Visit(means, peer, last.certificate(), looks);
    }

    private java.util.function.Consumer<Visit.Certificate> keep(byte[] der) {
        return certificate -> files.put(Sha256.of(der), der);
    }

    /// The favicon by one plain guarded request; a page without one has none.
    private Look withIcon(Look look, String icon) {
        try (EgressProxy proxy = EgressProxy.open(dialer)) {
            String url =
                    icon.isEmpty() ? uri(look.url()).resolve("/favicon.ico").toString() : icon;
            if (!url.startsWith("http")) {
                return look;
            }
            byte[] bytes = new PlainLook(proxy, deadline, files).picture(url);
            if (bytes.length == 0) {
                return look;
            }
            Sha256 digest = Sha256.of(bytes);
            files.put(digest, bytes);
            return look.withFavicon(digest.hex());
        } catch (IOException | IllegalArgumentException _) {
            return look;
        }
    }
}
