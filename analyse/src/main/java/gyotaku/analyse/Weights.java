package gyotaku.analyse;

import gyotaku.analyse.knowledge.BadKnowledge;
import gyotaku.analyse.knowledge.Knowledge;
import gyotaku.analyse.knowledge.KnowledgeFolder;
import gyotaku.model.finding.Family;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// How much each detector counts, in log-odds, and how much one family may count at most: the file `weights.yml`.
public final class Weights {

    private final double prior;
    private final Map<Family, Double> caps;
    private final Map<String, Double> rules;

    private Weights(double prior, Map<Family, Double> caps, Map<String, Double> rules) {
        this.prior = prior;
        this.caps = caps;
        this.rules = rules;
    }

    private static final class Bundled {
        static final Weights WEIGHTS = of(KnowledgeFolder.file("weights"));
    }

    /// The ones that come with the program, read at first use.
    public static Weights bundled() {
        return Bundled.WEIGHTS;
    }

    static Weights of(Knowledge.Entries file) {
        file.only(Set.of("prior", "caps", "rules"));
        Map<Family, Double> caps = new EnumMap<>(Family.class);
        Knowledge.Entries families = file.entries("caps");
        for (String family : families.values().keySet()) {
            caps.put(Family.valueOf(family.toUpperCase(Locale.ROOT)), number(families.needed(family)));
        }
        Map<String, Double> rules = new TreeMap<>();
        Knowledge.Entries detectors = file.entries("rules");
        for (String id : detectors.values().keySet()) {
            Knowledge.Entries rule = detectors.entries(id).only(Set.of("weight", "reason"));
            rule.needed("reason");
            rules.put(id, number(rule.needed("weight")));
        }
        return new Weights(number(file.needed("prior")), caps, rules);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BadKnowledge("no number: " + text);
        }
    }

    /// Log-odds of malice before anything is seen.
    public double prior() {
        return prior;
    }

    /// The most that one family adds or takes away.
    public double cap(Family family) {
        Double cap = caps.get(family);
        if (cap == null) {
            throw new BadKnowledge("weights.yml has no cap for " + family.code());
        }
        return cap;
    }

    public double weight(String rule) {
        Double weight = rules.get(rule);
        if (weight == null) {
            throw new BadKnowledge("weights.yml has no weight for " + rule);
        }
        return weight;
    }

    public SortedSet<String> rules() {
        return new TreeSet<>(rules.keySet());
    }
}
