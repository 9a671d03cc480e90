package gyotaku.enrich;

import gyotaku.enrich.source.Sources;
import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.Sha256;
import gyotaku.model.Trust;
import gyotaku.model.Why;
import gyotaku.model.fact.LookupEntry;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// Puts questions, makes `Lookup`s of the replies, and keeps the list of what was asked and what was not.
final class Ledger {

    private final Egress egress;
    private final Semaphore atOnce;
    private final Instant startedAt;
    private final ConcurrentSkipListMap<Question, LookupEntry> entries = new ConcurrentSkipListMap<>();

    /// @param threads questions that may be under way at once
    Ledger(Egress egress, int threads, Instant startedAt) {
        this.egress = egress;
        this.atOnce = new Semaphore(Math.max(1, threads));
        this.startedAt = startedAt;
    }

    <T> Lookup<T> ask(Question question, Trust trust, Function<byte[], Reading<T>> reading) {
        Lookup<T> lookup = read(reply(question), question, trust, reading);
        note(question, question, lookup);
        return lookup;
    }

    Reply reply(Question question) {
        atOnce.acquireUninterruptibly();
        try {
            return egress.ask(question);
        } finally {
            atOnce.release();
        }
    }

    /// What a reply says of a subject that is one of several in the question.
    <T> Lookup<T> read(Reply reply, Question about, Trust trust, Function<byte[], Reading<T>> reading) {
        return switch (reply) {
            case Reply.Unasked unasked -> new Lookup.NotAsked<>(unasked.why());
            case Reply.Silence silence ->
                new Lookup.Failed<>(silence.why(), failure(about, silence.why(), silence.at()));
            case Reply.Answer answer -> read(answer, about, trust, reading.apply(answer.body()));
        };
    }

    private static <T> Lookup<T> read(Reply.Answer answer, Question about, Trust trust, Reading<T> reading) {
        return switch (reading) {
            case Reading.Says<T> says ->
                new Lookup.Found<>(says.value(), evidence(about, answer, says.excerpt(), trust));
            case Reading.Nothing<T> nothing ->
                new Lookup.NotListed<>(evidence(about, answer, nothing.excerpt(), trust));
            case Reading.Unusable<T> unusable ->
                new Lookup.Failed<>(unusable.why(), evidence(about, answer, words(unusable.why()), trust));
        };
    }

    private static Evidence evidence(Question about, Reply.Answer answer, String excerpt, Trust trust) {
        return new Evidence.Answered(
                about.source(), about.subject(), answer.at(), Sha256.of(answer.body()), excerpt, trust);
    }

    private static Evidence failure(Question about, Why why, Instant at) {
        return new Evidence.Answered(
                about.source(), about.subject(), at, Sha256.of(new byte[0]), words(why), Trust.VERIFIED);
    }

    /// A subject that is never asked, with the reason; a question that was asked stays as it is.
    <T> Lookup<T> notAsked(Question question, Why.Reason reason) {
        Lookup<T> lookup = Lookup.notAsked(reason);
        entries.putIfAbsent(question, entry(question, lookup, ""));
        return lookup;
    }

    /// @param about what stands in the list
    /// @param asked what went out; it may be about several subjects
    void note(Question about, Question asked, Lookup<?> lookup) {
        entries.put(about, entry(about, lookup, sent(asked)));
    }

    private static String sent(Question asked) {
        Privacy sent = Sources.of(asked.source()).sends(asked.subject());
        return sent == Privacy.NONE ? "" : sent.code();
    }

    private LookupEntry entry(Question question, Lookup<?> lookup, String sent) {
        return switch (lookup) {
            case Lookup.Found<?> found -> entry(question, "found", "", at(found.evidence()), sent);
            case Lookup.NotListed<?> nothing -> entry(question, "not-listed", "", at(nothing.evidence()), sent);
            case Lookup.NotAsked<?> notAsked -> entry(question, "not-asked", words(notAsked.why()), startedAt, "");
            case Lookup.Failed<?> failed -> entry(question, "failed", words(failed.why()), at(failed.evidence()), sent);
        };
    }

    private static LookupEntry entry(Question question, String state, String detail, Instant at, String sent) {
        return new LookupEntry(question.source(), question.subject(), state, detail, at, sent);
    }

    private Instant at(Evidence evidence) {
        return evidence instanceof Evidence.Answered answered ? answered.at() : startedAt;
    }

    private static String words(Why why) {
        String reason = why.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return why.detail().isEmpty() ? reason : reason + ": " + why.detail();
    }

    /// By source and subject.
    List<LookupEntry> entries() {
        return List.copyOf(entries.values());
    }
}
