package gyotaku.analyse.brand;

import gyotaku.analyse.brand.BrandMention.Place;
import gyotaku.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// All places in which one mail names one brand.
final class Sighting {

    /// From here on the mail speaks as the brand, not of it.
    private static final int ENOUGH = 60;

    private static final int EVIDENCE_KEPT = 6;

    private final BrandEntry brand;
    private final Map<Place, Integer> strengths = new TreeMap<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private final List<String> lookAlikes = new ArrayList<>();

    Sighting(BrandEntry brand) {
        this.brand = brand;
    }

    BrandEntry brand() {
        return brand;
    }

    void at(Place place, int strength, Evidence seen) {
        strengths.merge(place, strength, Math::max);
        if (evidence.size() < EVIDENCE_KEPT && !evidence.contains(seen)) {
            evidence.add(seen);
        }
    }

    void lookAlike(String host) {
        if (!lookAlikes.contains(host) && lookAlikes.size() < EVIDENCE_KEPT) {
            lookAlikes.add(host);
        }
    }

    /// The strongest place, and a little for each further one.
    int strength() {
        int best = strengths.values().stream().max(Integer::compare).orElse(0);
        return best + 10 * Math.max(0, strengths.size() - 1);
    }

    boolean isClaim() {
        return strength() >= ENOUGH;
    }

    boolean isAt(Place place) {
        return strengths.containsKey(place);
    }

    /// Whether the sender calls himself so.
    boolean isBySender() {
        return isAt(Place.DISPLAY_NAME) || isAt(Place.SENDER_HOST) || isAt(Place.SENDER_ADDRESS);
    }

    /// Whether the sender calls himself so, or leads there under that name.
    boolean isBySenderOrHost() {
        return isBySender() || isAt(Place.LINK_HOST) || isAt(Place.LINK_TEXT);
    }

    /// Whether the sender or a host bears the name, and not only the words.
    boolean isInAddresses() {
        return isBySenderOrHost() && (!isAt(Place.LINK_TEXT) || strengths.size() > 1);
    }

    BrandMention mention(boolean genuine) {
        List<Evidence> seen = new ArrayList<>(evidence);
        seen.add(brand.evidence());
        return new BrandMention(brand.brand(seen), genuine, new TreeSet<>(strengths.keySet()), List.copyOf(lookAlikes));
    }
}
