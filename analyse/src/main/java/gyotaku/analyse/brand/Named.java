package gyotaku.analyse.brand;

import gyotaku.analyse.wording.Confusables;
import gyotaku.analyse.wording.Folded;
import gyotaku.analyse.wording.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Finds the names of all brands in a text.
final class Named {

    /// A brand named in a text.
    ///
    /// @param domain whether by one of its domain names
    record Name(BrandEntry brand, boolean domain, int start, int end) {}

    private enum Kind {
        FORM,
        WORD,
        NOT,
        DOMAIN
    }

    private record Meaning(BrandEntry brand, Kind kind) {}

    private final Phrases<Meaning> phrases;
    private final Map<String, BrandEntry> alone = new TreeMap<>();

    Named(List<BrandEntry> brands) {
        List<Map.Entry<String, Meaning>> all = new ArrayList<>();
        for (BrandEntry brand : brands) {
            brand.forms().forEach(form -> all.add(Map.entry(form, new Meaning(brand, Kind.FORM))));
            brand.words().forEach(word -> all.add(Map.entry(word, new Meaning(brand, Kind.WORD))));
            brand.not().forEach(not -> all.add(Map.entry(not, new Meaning(brand, Kind.NOT))));
            brand.domains().forEach(name -> all.add(Map.entry(name.ascii(), new Meaning(brand, Kind.DOMAIN))));
        }
        phrases = Phrases.of(all);
        for (BrandEntry brand : brands) {
            brand.alone().forEach(name -> alone.put(Folded.of(name).text(), brand));
        }
    }

    /// The brand whose common name is all that the text says.
    Optional<BrandEntry> alone(String original) {
        return Optional.ofNullable(
                alone.get(Folded.of(Confusables.unmasked(original)).text()));
    }

    /// The names in a text as people write it, in their order; a name inside a longer one is that longer one only.
    List<Name> in(String original) {
        String unmasked = Confusables.unmasked(original);
        return in(Folded.of(unmasked));
    }

    List<Name> in(Folded text) {
        List<Phrases.Hit<Meaning>> hits = new ArrayList<>(phrases.in(text));
        hits.removeIf(hit -> !counts(hit, text));
        hits.sort((a, b) -> a.start() != b.start() ? a.start() - b.start() : b.end() - a.end());
        List<Name> names = new ArrayList<>();
        int covered = 0;
        for (Phrases.Hit<Meaning> hit : hits) {
            if (hit.end() > covered) {
                covered = hit.end();
                add(hit, names);
            }
        }
        return names;
    }

    private static void add(Phrases.Hit<Meaning> hit, List<Name> names) {
        Kind kind = hit.meaning().kind();
        if (kind != Kind.NOT) {
            names.add(new Name(hit.meaning().brand(), kind == Kind.DOMAIN, hit.start(), hit.end()));
        }
    }

    private static boolean counts(Phrases.Hit<Meaning> hit, Folded text) {
        return switch (hit.meaning().kind()) {
            case FORM, NOT -> true;
            case WORD -> inCapitals(text, hit.start(), hit.end());
            case DOMAIN -> hit.start() == 0 || "-_".indexOf(text.text().charAt(hit.start() - 1)) < 0;
        };
    }

    private static boolean inCapitals(Folded text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLowerCase(text.original().charAt(text.origin(i)))) {
                return false;
            }
        }
        return true;
    }
}
