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

/// How much each detector counts, in log-odds, how much one family may count at most, and where the classes begin: the
/// file `weights.yml`.
///
/// The file's weights and caps are read times its `slope`, so that what a finding says it adds is what it adds to the
/// calibrated score. Weights marked `from: learned` are written by `bench/train`; `hand` beside them is what a person
/// would have given, and what the training is drawn to.
public final class Weights {

    private final double prior;
    private final double malicious;
    private final double suspicious;
    private final Map<Family, Double> caps;
    private final Map<String, Double> rules;

    private Weights(
            double prior, double malicious, double suspicious, Map<Family, Double> caps, Map<String, Double> rules) {
        this.prior = prior;
        this.malicious = malicious;
        this.suspicious = suspicious;
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
        file.only(Set.of("date", "data", "method", "prior", "slope", "classes", "caps", "rules"));
        double slope = number(file.needed("slope"));
        Knowledge.Entries classes = file.entries("classes").only(Set.of("malicious", "suspicious"));
        Map<Family, Double> caps = new EnumMap<>(Family.class);
        Knowledge.Entries families = file.entries("caps");
        for (String family : families.values().keySet()) {
            caps.put(Family.valueOf(family.toUpperCase(Locale.ROOT)), slope * number(families.needed(family)));
        }
        Map<String, Double> rules = new TreeMap<>();
        Knowledge.Entries detectors = file.entries("rules");
        for (String id : detectors.values().keySet()) {
            Knowledge.Entries rule = detectors.entries(id).only(Set.of("weight", "from", "hand", "reason"));
            rule.needed("reason");
            rules.put(id, slope * number(rule.needed("weight")));
        }
        return new Weights(
                number(file.needed("prior")),
                number(classes.needed("malicious")),
                number(classes.needed("suspicious")),
                caps,
                rules);
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

    /// The score from which on the mail is named for what it wants.
    public double malicious() {
        return malicious;
    }

    /// The score from which on it is not called benign.
    public double suspicious() {
        return suspicious;
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
