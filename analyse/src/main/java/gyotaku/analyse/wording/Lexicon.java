package gyotaku.analyse.wording;

import gyotaku.analyse.knowledge.BadKnowledge;
import gyotaku.analyse.knowledge.Knowledge;
import gyotaku.analyse.knowledge.KnowledgeFolder;
import gyotaku.analyse.wording.Wording.Found;
import gyotaku.analyse.wording.Wording.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The phrases by which mails move their readers, one file of `lures/` a tactic.
public final class Lexicon {

    /// Against a mail that repeats a phrase: a finding needs only a few.
    private static final int MOST_FOUND = 20;

    /// Plain words, by ISO 639-1 code of the language they are written in.
    private static final List<String> LANGUAGES = List.of("ja", "en", "de", "fr", "nl", "es", "pt", "it", "ru", "zh");

    private static final Set<String> KEYS =
            Stream.concat(Stream.of("id", "about", "hints"), LANGUAGES.stream()).collect(Collectors.toSet());

    private record Meaning(String tactic, String phrase, int strength) {}

    private final Phrases<Meaning> phrases;

    private Lexicon(Phrases<Meaning> phrases) {
        this.phrases = phrases;
    }

    private static final class Bundled {
        static final Lexicon LEXICON = read();
    }

    /// The one that comes with the program, read at first use.
    public static Lexicon bundled() {
        return Bundled.LEXICON;
    }

    private static Lexicon read() {
        List<Map.Entry<String, Meaning>> phrases = new ArrayList<>();
        KnowledgeFolder.read("lures", Lexicon::phrases).forEach(phrases::addAll);
        return new Lexicon(Phrases.of(phrases));
    }

    private static List<Map.Entry<String, Meaning>> phrases(Knowledge.Entries file) {
        String id = file.only(KEYS).needed("id");
        List<Map.Entry<String, Meaning>> phrases = new ArrayList<>();
        for (String language : LANGUAGES) {
            for (String phrase : file.texts(language)) {
                phrases.add(Map.entry(phrase, new Meaning(id, phrase, 2)));
            }
        }
        for (String phrase : file.texts("hints")) {
            phrases.add(Map.entry(phrase, new Meaning(id, phrase, 1)));
        }
        if (phrases.isEmpty()) {
            throw new BadKnowledge("no phrases");
        }
        return phrases;
    }

    /// Whether a text that is no part of the wording uses a tactic.
    public boolean says(String tactic, String text) {
        return phrases.in(Folded.of(text)).stream()
                .anyMatch(hit -> hit.meaning().tactic().equals(tactic));
    }

    void find(Folded text, Place place, Map<String, List<Found>> into) {
        Map<String, Set<String>> seen = new TreeMap<>();
        for (Phrases.Hit<Meaning> hit : phrases.in(text)) {
            Meaning meaning = hit.meaning();
            List<Found> found = into.computeIfAbsent(meaning.tactic(), _ -> new ArrayList<>());
            boolean fresh =
                    seen.computeIfAbsent(meaning.tactic(), _ -> new TreeSet<>()).add(meaning.phrase());
            if (fresh && found.size() < MOST_FOUND) {
                found.add(new Found(place, hit.start(), hit.end(), meaning.strength(), meaning.phrase()));
            }
        }
    }
}
