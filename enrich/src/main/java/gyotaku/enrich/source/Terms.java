package gyotaku.enrich.source;

import gyotaku.model.Limits;
import java.time.Duration;
import java.util.Set;

/// What a source keeps to.
///
/// @param hosts whom it talks to, by name or in a few words; empty for one that reads local files only
/// @param time for one question, waiting for its turn not counted
/// @param mostBytes of one answer
/// @param rate of questions of the whole process
/// @param keptFor how long an answer serves other mails; zero for never
public record Terms(Set<String> hosts, Duration time, int mostBytes, Rate rate, Duration keptFor) {

    /// @param questions at most in that time
    public record Rate(int questions, Duration in) {}

    public Terms {
        hosts = Set.copyOf(hosts);
    }

    /// The usual: the limits of all sources, fifty questions a second, an hour.
    public static Terms of(Limits limits, String... hosts) {
        return new Terms(
                Set.of(hosts),
                limits.sourceTime(),
                limits.answerBytes(),
                new Rate(50, Duration.ofSeconds(1)),
                Duration.ofHours(1));
    }

    public Terms within(Duration most) {
        return new Terms(hosts, most, mostBytes, rate, keptFor);
    }

    public Terms upTo(int bytes) {
        return new Terms(hosts, time, bytes, rate, keptFor);
    }

    public Terms atMost(int questions, Duration in) {
        return new Terms(hosts, time, mostBytes, new Rate(questions, in), keptFor);
    }

    public Terms kept(Duration ttl) {
        return new Terms(hosts, time, mostBytes, rate, ttl);
    }

    /// Whether nothing leaves the machine.
    public boolean local() {
        return hosts.isEmpty();
    }
}
