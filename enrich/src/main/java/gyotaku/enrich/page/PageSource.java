package gyotaku.enrich.page;

import com.google.auto.service.AutoService;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.egress.NoAnswer;
import gyotaku.enrich.source.Source;
import gyotaku.enrich.source.Terms;
import gyotaku.enrich.source.Wire;
import gyotaku.model.Limits;
import gyotaku.model.Why;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Landing pages; the subject is the URL. One browser at a time in this process: each takes half a gigabyte.
@AutoService(Source.class)
public final class PageSource implements Source {

    public static final String KEY = "page";

    private final Semaphore one = new Semaphore(1, true);

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return Terms.of(limits, "the page and what it loads")
                .within(settings.capture().timeout())
                .atMost(60, Duration.ofMinutes(1))
                .kept(Duration.ZERO);
    }

    /// The site would learn the URL from any reader's click: its host is what others see of it.
    @Override
    public Privacy sends(String subject) {
        return Privacy.HOSTS;
    }

    @Override
    public Optional<Why.Reason> hindrance(SourceSettings settings) {
        return settings.capture().enabled() ? Optional.empty() : Optional.of(Why.Reason.NOT_CONFIGURED);
    }

    @Override
    public byte[] ask(String subject, Wire wire) throws IOException {
        long from = System.nanoTime();
        try {
            if (!one.tryAcquire(wire.time().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new NoAnswer(Why.Reason.TIMEOUT, "another page was being visited");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        try {
            return new PageLook(
                            wire.settings().capture(),
                            wire.guard(),
                            wire.time().minusNanos(System.nanoTime() - from),
                            wire.files())
                    .visit(subject)
                    .bytes();
        } finally {
            one.release();
        }
    }
}
