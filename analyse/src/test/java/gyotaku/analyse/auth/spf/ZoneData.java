package gyotaku.analyse.auth.spf;

import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.Sha256;
import gyotaku.model.Trust;
import gyotaku.model.Why;
import gyotaku.model.fact.Resolver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A zone as the SPF suites write it: records in their order, names that time out, CNAMEs.
final class ZoneData implements Resolver {

    static final String TIMEOUT = "TIMEOUT";
    /// A longer chain of CNAMEs is a failure, as it is with the live resolver.
    private static final int LONGEST_CHAIN = 8;

    private final Map<String, List<Map.Entry<String, String>>> names = new TreeMap<>();

    ZoneData with(String name, String type, String value) {
        names.computeIfAbsent(key(name), _ -> new ArrayList<>()).add(Map.entry(type, value));
        return this;
    }

    /// A copy in which `name` has this TXT record and no other.
    ZoneData withOnlyTxt(String name, String value) {
        ZoneData copy = new ZoneData();
        names.forEach((owner, records) -> records.stream()
                .filter(record -> !owner.equals(key(name)) || !record.getKey().equals("TXT"))
                .forEach(record -> copy.with(owner, record.getKey(), record.getValue())));
        return copy.with(name, "TXT", value);
    }

    private static String key(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    @Override
    public Lookup<List<String>> ask(String name, RecordType type) {
        return ask(name, type, 0);
    }

    private Lookup<List<String>> ask(String name, RecordType type, int hops) {
        Evidence evidence = evidence(name, type);
        if (name.contains("_dns_error")) {
            return new Lookup.Failed<>(Why.of(Why.Reason.SERVER_ERROR), evidence);
        }
        List<Map.Entry<String, String>> records = names.getOrDefault(key(name), List.of());
        boolean hasTxt = records.stream().anyMatch(record -> record.getKey().equals("TXT"));
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, String> record : records) {
            boolean copied =
                    type == RecordType.TXT && !hasTxt && record.getKey().equals("SPF");
            boolean asked = record.getKey().equals(type.name()) || copied;
            boolean late = record.getKey().equals(TIMEOUT) && values.isEmpty();
            if (late || asked && record.getValue().equals(TIMEOUT)) {
                return new Lookup.Failed<>(Why.of(Why.Reason.TIMEOUT), evidence);
            }
            if (record.getKey().equals("CNAME")) {
                return hops < LONGEST_CHAIN
                        ? ask(record.getValue(), type, hops + 1)
                        : new Lookup.Failed<>(new Why(Why.Reason.SERVER_ERROR, "CNAME chain without end"), evidence);
            }
            if (asked && !record.getValue().equals("NONE")) {
                values.add(record.getValue());
            }
        }
        return values.isEmpty() ? new Lookup.NotListed<>(evidence) : new Lookup.Found<>(values, evidence);
    }

    private static Evidence evidence(String name, RecordType type) {
        return new Evidence.Answered(
                "dns",
                name + " " + type,
                Instant.EPOCH,
                Sha256.of((name + type).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "",
                Trust.VERIFIED);
    }
}
