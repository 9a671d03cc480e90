package gyotaku.analyse.auth.dmarc;

import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.Why;
import gyotaku.model.fact.Resolver;
import gyotaku.model.fact.Resolver.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The DMARC records that one mail needs, each asked for once, and the walk up the tree (RFC 9989 section 4.10).
final class PolicyBook {

    /// RFC 9989 section 4.10: a longer name is cut to this many labels after its own record, so that no From makes us
    /// ask more than eight questions.
    private static final int MOST_LABELS = 7;

    private final Resolver resolver;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Set<Evidence> evidence = new LinkedHashSet<>();

    PolicyBook(Resolver resolver) {
        this.resolver = resolver;
    }

    /// What stands at one name.
    sealed interface Entry {
        record Published(String name, DmarcRecord policy) implements Entry {}

        record Nothing() implements Entry {}

        record Unknown(String question, Why why, boolean asked) implements Entry {}
    }

    /// @param found from the longest name to the shortest
    /// @param broken why the walk ended before its end
    record Walk(String start, List<Entry.Published> found, Optional<Entry.Unknown> broken) {

        /// RFC 9989 section 4.10.2; empty when the walk broke off before it could be told.
        Optional<String> organization() {
            for (Entry.Published published : found) {
                switch (published.policy().boundary()) {
                    case ORGANIZATION -> {
                        return Optional.of(published.name());
                    }
                    case PUBLIC_SUFFIX -> {
                        if (!published.name().equals(start)) {
                            return Optional.of(oneLabelBelow(published.name()));
                        }
                    }
                    case UNKNOWN -> {}
                }
            }
            if (broken.isPresent()) {
                return Optional.empty();
            }
            return Optional.of(found.isEmpty() ? start : found.getLast().name());
        }

        private String oneLabelBelow(String suffix) {
            String above = start.substring(0, start.length() - suffix.length() - 1);
            return above.substring(above.lastIndexOf('.') + 1) + "." + suffix;
        }
    }

    Entry at(String name) {
        return entries.computeIfAbsent(name, this::ask);
    }

    private Entry ask(String name) {
        String question = "_dmarc." + name;
        if (!isName(question)) {
            return new Entry.Nothing();
        }
        Lookup<List<String>> answer = resolver.ask(question, RecordType.TXT);
        answer.seen().ifPresent(evidence::add);
        return switch (answer) {
            case Lookup.Found<List<String>> found -> only(name, found.value());
            case Lookup.NotListed<List<String>> _ -> new Entry.Nothing();
            case Lookup.NotAsked<List<String>> not -> new Entry.Unknown(question, not.why(), false);
            case Lookup.Failed<List<String>> failed -> new Entry.Unknown(question, failed.why(), true);
        };
    }

    /// Several records at one name are all discarded (section 4.10 step 2).
    private static Entry only(String name, List<String> records) {
        List<String> policies =
                records.stream().map(String::strip).filter(DmarcParser::isDmarc).toList();
        return policies.size() == 1
                ? DmarcParser.parse(policies.getFirst())
                        .<Entry>map(policy -> new Entry.Published(name, policy))
                        .orElseGet(Entry.Nothing::new)
                : new Entry.Nothing();
    }

    Walk walk(String start) {
        List<Entry.Published> found = new ArrayList<>();
        for (String name : names(start)) {
            switch (at(name)) {
                case Entry.Published published -> {
                    found.add(published);
                    if (published.policy().boundary() != DmarcRecord.Boundary.UNKNOWN) {
                        return new Walk(start, found, Optional.empty());
                    }
                }
                case Entry.Nothing _ -> {}
                case Entry.Unknown unknown -> {
                    return new Walk(start, found, Optional.of(unknown));
                }
            }
        }
        return new Walk(start, found, Optional.empty());
    }

    private static List<String> names(String start) {
        List<String> names = new ArrayList<>(List.of(start));
        String[] labels = start.split("\\.", -1);
        int from = labels.length > MOST_LABELS ? labels.length - MOST_LABELS : 1;
        for (int i = from; i < labels.length; i++) {
            names.add(String.join(".", Arrays.asList(labels).subList(i, labels.length)));
        }
        return names;
    }

    /// Whether nothing at all stands under that name. A resolver does not tell NXDOMAIN from an empty answer, so the
    /// types that mail domains have are asked for; one failure, and it exists.
    boolean isMissing(String name) {
        for (RecordType type : List.of(RecordType.A, RecordType.MX, RecordType.AAAA, RecordType.TXT, RecordType.NS)) {
            Lookup<List<String>> answer = resolver.ask(name, type);
            answer.seen().ifPresent(evidence::add);
            if (!(answer instanceof Lookup.NotListed<List<String>>)) {
                return false;
            }
        }
        return true;
    }

    List<Evidence> evidence() {
        return new ArrayList<>(evidence);
    }

    static boolean isName(String name) {
        return name.length() <= 253
                && Arrays.stream(name.split("\\.", -1)).allMatch(label -> !label.isEmpty() && label.length() <= 63);
    }
}
