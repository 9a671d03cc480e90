package gyotaku.enrich;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/// All questions of one analysis with their replies: enough to do it again without a network.
///
/// @param startedAt the clock of the analysis, and of each replay
/// @param offline whether nothing was allowed out
public record Tape(Instant startedAt, boolean offline, SortedMap<Question, Reply> replies) {

    public Tape {
        replies = new TreeMap<>(replies);
    }
}
