package gyotaku.model;

import java.util.Optional;

/// The answer of one source about one subject. Unknown is not clean: the four states are never merged.
public sealed interface Lookup<T> {

    record Found<T>(T value, Evidence evidence) implements Lookup<T> {}

    /// The source answered, and has nothing on the subject.
    record NotListed<T>(Evidence evidence) implements Lookup<T> {}

    record NotAsked<T>(Why why) implements Lookup<T> {}

    /// The source was asked, and did not answer usably.
    record Failed<T>(Why why, Evidence evidence) implements Lookup<T> {}

    static <T> Lookup<T> notAsked(Why.Reason reason) {
        return new NotAsked<>(Why.of(reason));
    }

    default Optional<T> found() {
        return this instanceof Found<T> found ? Optional.of(found.value()) : Optional.empty();
    }

    /// What it rests on; empty only when nobody was asked.
    default Optional<Evidence> seen() {
        return switch (this) {
            case Found<T> found -> Optional.of(found.evidence());
            case NotListed<T> notListed -> Optional.of(notListed.evidence());
            case Failed<T> failed -> Optional.of(failed.evidence());
            case NotAsked<T> _ -> Optional.empty();
        };
    }

    /// `listed`, `not-listed`, `not-asked`, `failed`: the words of `case.json`.
    default String state() {
        return switch (this) {
            case Found<T> _ -> "listed";
            case NotListed<T> _ -> "not-listed";
            case NotAsked<T> _ -> "not-asked";
            case Failed<T> _ -> "failed";
        };
    }
}
