package gyotaku.analyse.wording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds many phrases in one pass over a folded text (Aho and Corasick 1975), so the time does not depend on their
/// number. A phrase that begins or ends with a letter of an alphabet counts only as whole words.
///
/// @param <T> what a phrase stands for
public final class Phrases<T> {

    /// Against a mail that repeats one phrase a million times: more hits than these tell nothing new.
    private static final int MOST_HITS = 2_000;

    private record Phrase<T>(String text, T meaning) {}

    /// @param start in the folded text
    /// @param end behind the phrase
    public record Hit<T>(T meaning, int start, int end) {}

    private static final class State<T> {
        final Map<Character, State<T>> next = new HashMap<>(2);
        final List<Phrase<T>> ending = new ArrayList<>(0);
        State<T> fallback = this;
        State<T> shorter = this;
    }

    private final State<T> root = new State<>();

    /// @param phrases meanings by phrase as people write it
    public static <T> Phrases<T> of(Collection<Map.Entry<String, T>> phrases) {
        Phrases<T> built = new Phrases<>();
        for (Map.Entry<String, T> phrase : phrases) {
            built.add(Folded.of(phrase.getKey()).text(), phrase.getValue());
        }
        built.connect();
        return built;
    }

    private void add(String text, T meaning) {
        State<T> state = root;
        for (int i = 0; i < text.length(); i++) {
            state = state.next.computeIfAbsent(text.charAt(i), _ -> new State<>());
        }
        state.ending.add(new Phrase<>(text, meaning));
    }

    private void connect() {
        ArrayDeque<State<T>> queue = new ArrayDeque<>();
        for (State<T> first : root.next.values()) {
            first.fallback = root;
            first.shorter = root;
            queue.add(first);
        }
        while (!queue.isEmpty()) {
            State<T> state = queue.remove();
            for (Map.Entry<Character, State<T>> step : state.next.entrySet()) {
                State<T> below = step.getValue();
                below.fallback = step(state.fallback, step.getKey());
                below.shorter = below.fallback.ending.isEmpty() ? below.fallback.shorter : below.fallback;
                queue.add(below);
            }
        }
    }

    private State<T> step(State<T> from, char c) {
        State<T> state = from;
        State<T> next = state.next.get(c);
        while (next == null && state != root) {
            state = state.fallback;
            next = state.next.get(c);
        }
        return next == null ? root : next;
    }

    /// All hits, by their ends.
    public List<Hit<T>> in(Folded folded) {
        List<Hit<T>> hits = new ArrayList<>();
        String text = folded.text();
        State<T> state = root;
        for (int i = 0; i < text.length() && hits.size() < MOST_HITS; i++) {
            state = step(state, text.charAt(i));
            collect(state, folded, i + 1, hits);
        }
        return hits;
    }

    private void collect(State<T> reached, Folded folded, int end, List<Hit<T>> hits) {
        for (State<T> state = reached; state != root; state = state.shorter) {
            for (Phrase<T> phrase : state.ending) {
                int start = end - phrase.text().length();
                if (isWhole(folded, start, end)) {
                    hits.add(new Hit<>(phrase.meaning(), start, end));
                }
            }
        }
    }

    private static boolean isWhole(Folded folded, int start, int end) {
        return !(folded.wordGoesOn(start) && folded.wordGoesOn(start - 1))
                && !(folded.wordGoesOn(end - 1) && folded.wordGoesOn(end));
    }
}
