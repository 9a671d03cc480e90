package gyotaku.enrich.source;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import gyotaku.enrich.Question;
import gyotaku.enrich.Reply;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.Tokens;
import gyotaku.model.Limits;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/// All sources with what they share in the process: answers that still hold, so that two mails do not ask twice,
/// and the rate that each source allows.
public final class Sources {

    /// Of all answers kept.
    private static final long CACHE_BYTES = 32L << 20;

    /// Longer than this nobody waits for his turn: the question stays unasked.
    private static final Duration TURN = Duration.ofSeconds(2);

    private static final Map<String, Source> ALL = discovered();

    private final SourceSettings settings;
    private final Limits limits;
    private final ConcurrentMap<String, RateLimiter> limiters = new ConcurrentHashMap<>();
    private final Cache<Question, Kept> answers = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES)
            .weigher((Question question, Kept kept) -> question.subject().length() + kept.answer.body().length)
            .expireAfter(Expiry.creating((Question _, Kept kept) -> kept.ttl))
            .build();

    private record Kept(Reply.Answer answer, Duration ttl) {}

    public Sources(SourceSettings settings, Limits limits) {
        this.settings = settings;
        this.limits = limits;
    }

    private static Map<String, Source> discovered() {
        Map<String, Source> byKey = new TreeMap<>();
        for (Source source : ServiceLoader.load(Source.class)) {
            if (byKey.put(source.key(), source) != null) {
                throw new IllegalStateException("two sources are called " + source.key());
            }
        }
        return Collections.unmodifiableMap(byKey);
    }

    /// By key.
    public static Collection<Source> all() {
        return ALL.values();
    }

    /// Every setting of every source, by source, and what holds for all.
    public static List<Setting> allSettings() {
        return Stream.concat(
                        ALL.values().stream().flatMap(source -> source.settings().stream()), Stream.of(Tokens.SETTING))
                .toList();
    }

    public SourceSettings settings() {
        return settings;
    }

    public Limits limits() {
        return limits;
    }

    /// @throws IllegalArgumentException when nobody declares it
    public static Source of(String key) {
        Source source = ALL.get(key);
        if (source == null) {
            throw new IllegalArgumentException("no source " + key);
        }
        return source;
    }

    /// The answer that another mail got and that still holds.
    public Optional<Reply.Answer> known(Question question) {
        return Optional.ofNullable(answers.getIfPresent(question)).map(Kept::answer);
    }

    public void keep(Question question, Reply.Answer answer, Terms terms) {
        if (terms.keptFor().isPositive()) {
            answers.put(question, new Kept(answer, terms.keptFor()));
        }
    }

    /// Waits for the source's turn. False when it would take too long.
    public boolean turn(Source source, Terms terms) {
        return limiters.computeIfAbsent(source.key(), key -> limiter(key, terms.rate()))
                .acquirePermission();
    }

    private static RateLimiter limiter(String key, Terms.Rate rate) {
        return RateLimiter.of(
                key,
                RateLimiterConfig.custom()
                        .limitForPeriod(rate.questions())
                        .limitRefreshPeriod(rate.in())
                        .timeoutDuration(TURN)
                        .build());
    }
}
