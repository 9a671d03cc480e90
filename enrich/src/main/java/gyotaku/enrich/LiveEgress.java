package gyotaku.enrich;

import gyotaku.enrich.dns.DnsTransport;
import gyotaku.enrich.egress.Guard;
import gyotaku.enrich.egress.HttpFetch;
import gyotaku.enrich.egress.NoAnswer;
import gyotaku.enrich.source.Source;
import gyotaku.enrich.source.Sources;
import gyotaku.enrich.source.Terms;
import gyotaku.enrich.source.Wire;
import gyotaku.model.Limits;
import gyotaku.model.Sha256;
import gyotaku.model.Why;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/// The real outside, for one mail. Privacy and keys are decided here, so that a replay shows what was not asked and
/// why.
///
/// Every question runs in a virtual thread of its own and is cut off by interrupt when its time is over: sockets of
/// virtual threads close on it, so no server can hold us by dripping bytes.
public final class LiveEgress implements Egress, AutoCloseable {

    private final Sources sources;
    private final SourceSettings settings;
    private final Limits limits;
    private final Clock clock;
    private final DnsTransport dns;
    private final Guard guard;
    private final ConcurrentMap<Sha256, byte[]> files = new ConcurrentHashMap<>();
    private final ExecutorService running = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong deadline = new AtomicLong(Long.MIN_VALUE);

    /// With sources of its own, which keep answers for this mail only.
    public LiveEgress(SourceSettings settings, Limits limits, Clock clock) {
        this(new Sources(settings, limits), clock);
    }

    /// @param sources shared by all mails
    public LiveEgress(Sources sources, Clock clock) {
        this.sources = sources;
        this.settings = sources.settings();
        this.limits = sources.limits();
        this.clock = clock;
        this.dns = new DnsTransport(settings.dnsServers(), limits.sourceTime());
        this.guard =
                settings.dnsServers().isEmpty() ? new Guard(dns::addresses) : new Guard(dns::addresses, dns::addresses);
    }

    @Override
    public Reply ask(Question question) {
        Source source = Sources.of(question.source());
        Optional<Why.Reason> hindrance = hindrance(source, question.subject());
        if (hindrance.isPresent()) {
            return unasked(hindrance.get());
        }
        Optional<Reply.Answer> known = sources.known(question);
        if (known.isPresent()) {
            return known.get();
        }
        Terms terms = source.terms(settings, limits);
        if (terms.local()) {
            return here(source, question.subject(), terms);
        }
        if (!left().isPositive()) {
            return unasked(Why.Reason.OUT_OF_TIME);
        }
        return inTurn(source, question, terms);
    }

    private Optional<Why.Reason> hindrance(Source source, String subject) {
        Optional<Why.Reason> own = source.hindrance(settings);
        return own.isPresent() || settings.privacy().allows(source.sends(subject))
                ? own
                : Optional.of(Why.Reason.PRIVACY);
    }

    private Reply inTurn(Source source, Question question, Terms terms) {
        if (!sources.turn(source, terms)) {
            return unasked(Why.Reason.LIMIT);
        }
        Duration left = left();
        if (!left.isPositive()) {
            return unasked(Why.Reason.OUT_OF_TIME);
        }
        Duration time = left.compareTo(terms.time()) < 0 ? left : terms.time();
        Reply reply = asked(source, question.subject(), terms, time);
        if (reply instanceof Reply.Answer answer) {
            sources.keep(question, answer, terms);
        }
        return reply;
    }

    private Reply unasked(Why.Reason reason) {
        return new Reply.Unasked(Why.of(reason), clock.instant());
    }

    /// Of the time for all questions; it runs from the first one.
    private Duration left() {
        long now = System.nanoTime();
        deadline.compareAndSet(Long.MIN_VALUE, now + limits.lookupTime().toNanos());
        return Duration.ofNanos(deadline.get() - now);
    }

    /// Files of this machine are no foreign server: no clock runs.
    private Reply here(Source source, String subject, Terms terms) {
        try {
            return new Reply.Answer(source.ask(subject, wire(terms, terms.time())), clock.instant());
        } catch (IOException | RuntimeException e) {
            return silence(why(e));
        }
    }

    private Wire wire(Terms terms, Duration time) {
        return new Wire(settings, terms, time, dns, guard, new HttpFetch(guard, terms.mostBytes(), time), files);
    }

    private Reply asked(Source source, String subject, Terms terms, Duration time) {
        Future<byte[]> answer = running.submit(() -> source.ask(subject, wire(terms, time)));
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
            return unasked(Why.Reason.OUT_OF_TIME);
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
