package gyotaku.analyse.auth;

import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.Sha256;
import gyotaku.model.Trust;
import gyotaku.model.Why;
import gyotaku.model.fact.Resolver;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A zone in memory that counts what it is asked. Names that it does not hold do not exist.
public final class TxtZone implements Resolver {

    private final Map<String, List<String>> records = new TreeMap<>();
    private final Set<String> failing = new HashSet<>();
    private final List<String> asked = new ArrayList<>();
    private boolean offline;

    public TxtZone with(String name, RecordType type, String value) {
        records.computeIfAbsent(key(name, type), _ -> new ArrayList<>()).add(value);
        return this;
    }

    public TxtZone txt(String name, String value) {
        return with(name, RecordType.TXT, value);
    }

    /// That name is answered by SERVFAIL.
    public TxtZone failing(String name) {
        failing.add(name.toLowerCase(Locale.ROOT));
        return this;
    }

    /// Nobody is asked from now on.
    public TxtZone offline() {
        offline = true;
        return this;
    }

    /// How many names and types it holds.
    public int names() {
        return records.size();
    }

    public List<String> asked() {
        return asked;
    }

    private static String key(String name, RecordType type) {
        String lower = name.toLowerCase(Locale.ROOT);
        return (lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower) + " " + type;
    }

    @Override
    public Lookup<List<String>> ask(String name, RecordType type) {
        if (offline) {
            return Lookup.notAsked(Why.Reason.OFFLINE);
        }
        asked.add(name + " " + type);
        Evidence evidence = new Evidence.Answered(
                "dns",
                name + " " + type,
                Instant.EPOCH,
                Sha256.of(key(name, type).getBytes(StandardCharsets.UTF_8)),
                "",
                Trust.VERIFIED);
        if (failing.contains(name.toLowerCase(Locale.ROOT))) {
            return new Lookup.Failed<>(Why.of(Why.Reason.SERVER_ERROR), evidence);
        }
        List<String> found = records.get(key(name, type));
        return found == null ? new Lookup.NotListed<>(evidence) : new Lookup.Found<>(found, evidence);
    }
}
