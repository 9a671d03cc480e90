package gyotaku.analyse.auth.spf;

import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.fact.Resolver;
import gyotaku.model.fact.Resolver.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Asks for one evaluation, counts, and keeps the answers as evidence.
final class Dns {

    /// RFC 7208 section 4.6.4: ten terms that ask, so that one mail cannot make us flood a third party.
    static final int MOST_TERMS = 10;
    /// RFC 7208 section 4.6.4: two answers without data, against records that ask for random names of a victim.
    static final int MOST_VOID = 2;
    /// RFC 7208 section 4.6.4: ten hosts of one `mx`, ten names of one `ptr`.
    static final int MOST_NAMES = 10;
    /// Against records that multiply the two limits above: questions of one evaluation in all.
    static final int MOST_QUERIES = 64;

    private final Resolver resolver;
    private final Set<Evidence> evidence = new LinkedHashSet<>();
    private int terms;
    private int voids;
    private int queries;

    Dns(Resolver resolver) {
        this.resolver = resolver;
    }

    /// Ends the evaluation from wherever it is: caught by the verifier, never seen outside.
    static final class Stop extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient SpfResult result;

        Stop(SpfResult result) {
            super(result.word(), null, false, false);
            this.result = result;
        }

        SpfResult result() {
            return result;
        }
    }

    /// One more term that asks.
    void countTerm(String domain) throws Stop {
        if (++terms > MOST_TERMS) {
            throw new Stop(new SpfResult.PermError(SpfResult.Fault.TOO_MANY_LOOKUPS, domain, ""));
        }
    }

    /// The records, or none; an answer without data counts as void.
    List<String> records(String domain, String name, RecordType type) throws Stop {
        List<String> records = policy(domain, name, type);
        if (records.isEmpty() && ++voids > MOST_VOID) {
            throw new Stop(new SpfResult.PermError(SpfResult.Fault.TOO_MANY_VOID_LOOKUPS, domain, name));
        }
        return records;
    }

    /// The same for the record itself, whose absence is no void look-up.
    List<String> policy(String domain, String name, RecordType type) throws Stop {
        return switch (ask(domain, name, type)) {
            case Lookup.Found<List<String>> found -> found.value();
            case Lookup.NotListed<List<String>> _ -> List.of();
            case Lookup.NotAsked<List<String>> notAsked -> throw new Stop(new SpfResult.NotEvaluated(notAsked.why()));
            case Lookup.Failed<List<String>> failed ->
                throw new Stop(new SpfResult.TempError(domain, name + " " + type, failed.why()));
        };
    }

    /// The records where a failure counts as none (RFC 7208 sections 5.5 and 6.2).
    List<String> recordsIfAny(String domain, String name, RecordType type) throws Stop {
        return switch (ask(domain, name, type)) {
            case Lookup.Found<List<String>> found -> found.value();
            case Lookup.NotListed<List<String>> _, Lookup.NotAsked<List<String>> _, Lookup.Failed<List<String>> _ ->
                List.of();
        };
    }

    private Lookup<List<String>> ask(String domain, String name, RecordType type) throws Stop {
        if (++queries > MOST_QUERIES) {
            throw new Stop(new SpfResult.PermError(SpfResult.Fault.TOO_MANY_QUERIES, domain, name));
        }
        Lookup<List<String>> answer = resolver.ask(name, type);
        answer.seen().ifPresent(evidence::add);
        return answer;
    }

    List<Evidence> evidence() {
        return new ArrayList<>(evidence);
    }

    int terms() {
        return terms;
    }

    int voids() {
        return voids;
    }
}
