package gyotaku.report.block;

import gyotaku.model.Evidence;
import gyotaku.model.Evidence.Answered;
import gyotaku.model.Evidence.InSample;
import gyotaku.model.Evidence.Known;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Numbers for evidence: first what stands in the sample, by place; then answers, by source and subject; then
/// knowledge.
public final class Ledger {

    private static final Comparator<Evidence> ORDER = Comparator.comparingInt(Ledger::rank)
            .thenComparing(Ledger::place)
            .thenComparing(Ledger::source)
            .thenComparing(Ledger::subject)
            .thenComparing(Evidence::excerpt)
            .thenComparing(Evidence::toString);

    private final List<Evidence> entries;
    private final Map<Evidence, Integer> numbers;

    private Ledger(List<Evidence> entries) {
        this.entries = entries;
        this.numbers = IntStream.range(0, entries.size())
                .boxed()
                .collect(Collectors.toUnmodifiableMap(entries::get, index -> index + 1));
    }

    public static Ledger of(Collection<Evidence> evidence) {
        return new Ledger(evidence.stream().distinct().sorted(ORDER).toList());
    }

    public List<Evidence> entries() {
        return entries;
    }

    /// `E1`, `E2` …
    public String id(Evidence evidence) {
        Integer number = numbers.get(evidence);
        if (number == null) {
            throw new IllegalArgumentException("not in the ledger: " + evidence);
        }
        return "E" + number;
    }

    public List<String> ids(Collection<Evidence> evidence) {
        return evidence.stream()
                .distinct()
                .sorted(Comparator.comparing(one -> numbers.getOrDefault(one, 0)))
                .map(this::id)
                .toList();
    }

    private static int rank(Evidence evidence) {
        return switch (evidence) {
            case InSample _ -> 0;
            case Answered _ -> 1;
            case Known _ -> 2;
        };
    }

    private static long place(Evidence evidence) {
        return evidence instanceof InSample in
                ? ((long) in.span().start() << 32) | in.span().end()
                : 0;
    }

    private static String source(Evidence evidence) {
        return switch (evidence) {
            case InSample in -> in.kind();
            case Answered answered -> answered.source();
            case Known known -> known.file();
        };
    }

    private static String subject(Evidence evidence) {
        return switch (evidence) {
            case InSample _ -> "";
            case Answered answered -> answered.subject();
            case Known known -> known.source();
        };
    }
}
