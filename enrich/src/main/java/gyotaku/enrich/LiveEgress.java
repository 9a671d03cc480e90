package gyotaku.enrich;

import gyotaku.enrich.bimi.MarkCertificate;
import gyotaku.enrich.dns.DnsQuestion;
import gyotaku.enrich.dns.DnsTransport;
import gyotaku.enrich.egress.Guard;
import gyotaku.enrich.egress.HttpFetch;
import gyotaku.enrich.egress.HttpFetch.Standing;
import gyotaku.enrich.egress.NoAnswer;
import gyotaku.enrich.ipdata.IpData;
import gyotaku.enrich.rdap.Bootstrap;
import gyotaku.enrich.reputation.SafeBrowsing;
import gyotaku.enrich.whois.WhoisTransport;
import gyotaku.model.Limits;
import gyotaku.model.Why;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/// The real outside. Privacy and keys are decided here, so that a replay shows what was not asked and why.
///
/// Every question runs in a virtual thread of its own and is cut off by interrupt when its time is over: sockets of
/// virtual threads close on it, so no server can hold us by dripping bytes.
public final class LiveEgress implements Egress, AutoCloseable {

    private final SourceSettings settings;
    private final Limits limits;
    private final Clock clock;
    private final DnsTransport dns;
    private final HttpFetch http;
    private final WhoisTransport whois;
    private final IpData ipData = IpData.shipped();
    private final ExecutorService running = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong deadline = new AtomicLong(Long.MIN_VALUE);

    public LiveEgress(SourceSettings settings, Limits limits, Clock clock) {
        this.settings = settings;
        this.limits = limits;
        this.clock = clock;
        this.dns = new DnsTransport(settings.dnsServers(), limits.sourceTime());
        Guard guard = new Guard(dns::addresses);
        this.http = new HttpFetch(guard, limits.answerBytes(), limits.sourceTime());
        this.whois = new WhoisTransport(settings.whoisServer(), guard, limits.sourceTime());
    }

    @FunctionalInterface
    private interface Way {
        byte[] bytes() throws IOException;
    }

    @Override
    public Reply ask(Question question) {
        if (question.source().equals(IpData.SOURCE)) {
            return new Reply.Answer(ipData.answer(question.subject()), clock.instant());
        }
        Optional<Why.Reason> hindrance = hindrance(question.source());
        if (hindrance.isPresent()) {
            return new Reply.Unasked(Why.of(hindrance.get()), clock.instant());
        }
        Duration left = left();
        return left.isPositive()
                ? within(left, way(question))
                : new Reply.Unasked(Why.of(Why.Reason.OUT_OF_TIME), clock.instant());
    }

    /// A mark certificate lies on a server that the sender may own: it would learn that somebody looks into his mail.
    private Optional<Why.Reason> hindrance(String source) {
        boolean reputation = source.equals(SafeBrowsing.SOURCE);
        if (reputation
                && settings.safeBrowsingKey().filter(key -> !key.isBlank()).isEmpty()) {
            return Optional.of(Why.Reason.NO_KEY);
        }
        boolean urls = reputation || source.equals(MarkCertificate.SOURCE);
        return settings.privacy().allows(urls ? Privacy.URLS : Privacy.HOSTS)
                ? Optional.empty()
                : Optional.of(Why.Reason.PRIVACY);
    }

    private Way way(Question question) {
        String subject = question.subject();
        return switch (question.source()) {
            case DnsQuestion.SOURCE -> () -> dns.ask(subject);
            case Bootstrap.SOURCE -> () -> HttpBody.of(rdap(subject));
            case WhoisTransport.SOURCE -> () -> whois.ask(subject);
            case MarkCertificate.SOURCE ->
                () -> HttpBody.of(http.secure(URI.create(subject), "application/pem-certificate-chain, */*"));
            case SafeBrowsing.SOURCE ->
                () -> SafeBrowsing.post(
                        http,
                        settings.safeBrowsingUrl(),
                        settings.safeBrowsingKey().orElseThrow(),
                        subject);
            default -> throw new IllegalArgumentException("no source " + question.source());
        };
    }

    private HttpFetch.Fetched rdap(String subject) throws IOException {
        URI base = settings.rdapBootstrap();
        if (subject.startsWith(Bootstrap.PREFIX)) {
            String root = base.toString();
            String file = subject.substring(Bootstrap.PREFIX.length());
            return http.get(URI.create(root + (root.endsWith("/") ? "" : "/") + file), Standing.OPERATORS);
        }
        boolean neighbours = base.getHost() != null && Guard.isLoopback(base.getHost());
        return http.get(URI.create(subject), neighbours ? Standing.NEIGHBOUR : Standing.STRANGER);
    }

    /// Of the time for all questions; it runs from the first one.
    private Duration left() {
        long now = System.nanoTime();
        deadline.compareAndSet(Long.MIN_VALUE, now + limits.lookupTime().toNanos());
        return Duration.ofNanos(deadline.get() - now);
    }

    private Reply within(Duration left, Way way) {
        Duration time = left.compareTo(limits.sourceTime()) < 0 ? left : limits.sourceTime();
        Future<byte[]> answer = running.submit(way::bytes);
        try {
            return new Reply.Answer(answer.get(time.toNanos(), TimeUnit.NANOSECONDS), clock.instant());
        } catch (TimeoutException _) {
            answer.cancel(true);
            return silence(Why.of(Why.Reason.TIMEOUT));
        } catch (ExecutionException e) {
            return silence(why(Objects.requireNonNullElse(e.getCause(), e)));
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return new Reply.Unasked(Why.of(Why.Reason.OUT_OF_TIME), clock.instant());
        }
    }

    private Reply silence(Why why) {
        return new Reply.Silence(why, clock.instant());
    }

    private static Why why(Throwable thrown) {
        return switch (thrown) {
            case NoAnswer known -> known.why();
            case SocketTimeoutException _, ClosedByInterruptException _ -> Why.of(Why.Reason.TIMEOUT);
            case ConnectException _, NoRouteToHostException _, UnknownHostException _ -> Why.of(Why.Reason.REFUSED);
            case IOException _ -> Why.of(Why.Reason.SERVER_ERROR);
            case RuntimeException _ -> Why.of(Why.Reason.UNREADABLE);
            default -> throw new IllegalStateException("a look-up broke", thrown);
        };
    }

    @Override
    public void close() {
        running.shutdownNow();
    }
}
