package gyotaku.model.mail;

import gyotaku.model.Truncated;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is in a file, as far as it was looked into.
///
/// @param state how far that was
/// @param detail why no further, for people who know the formats, in English; empty when [State#READ]
/// @param traits what stands out, in the order of the file
/// @param links URLs that it leads to or loads
/// @param texts what it says to its reader
/// @param files what is packed or embedded in it, in its order
/// @param views what it looks like
/// @param truncated limits that were hit
/// @param message the message or part that the file keeps in a format of its own, written as RFC 5322 or RFC 2045 say;
/// nobody writes into it
public record Opened(
        State state,
        String detail,
        List<Trait> traits,
        List<Written> links,
        List<Words> texts,
        List<Inside> files,
        List<View> views,
        List<Truncated> truncated,
        Optional<byte[]> message) {

    public enum State {
        /// To its end, or to a limit that `truncated` names.
        READ,
        /// It is broken somewhere; what came before was read.
        BROKEN,
        /// None of the passwords opens it.
        LOCKED,
        /// Its kind is recognised or not, but nothing here opens it.
        NOT_LOOKED_INTO,
        /// The parser crashed, hung, or wanted more than it may have.
        FAILED
    }

    public Opened {
        traits = List.copyOf(traits);
        links = List.copyOf(links);
        texts = List.copyOf(texts);
        files = List.copyOf(files);
        views = List.copyOf(views);
        truncated = List.copyOf(truncated);
    }

    public static Opened notLookedInto() {
        return of(State.NOT_LOOKED_INTO, "");
    }

    /// Nothing but how it ended.
    public static Opened of(State state, String detail) {
        return new Opened(
                state, detail, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());
    }

    /// This, and what another question about the same file brought. When this one was answered to the end, a failure
    /// of the other is how it ended.
    public Opened and(Opened more) {
        boolean failed = state == State.READ && more.state == State.FAILED;
        return new Opened(
                failed ? more.state : state,
                failed ? more.detail : detail,
                joined(traits, more.traits),
                joined(links, more.links),
                joined(texts, more.texts),
                joined(files, more.files),
                joined(views, more.views),
                joined(truncated, more.truncated),
                message);
    }

    /// Each once: both questions begin with the same look from outside.
    private static <T> List<T> joined(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    /// Every file in it, those in files in it too, depth first. At most `Limits.Files.depth` deep.
    public Stream<Inside> all() {
        return files.stream()
                .flatMap(file -> Stream.concat(Stream.of(file), file.opened().all()));
    }

    /// Whether it has that trait, or a file in it has.
    public boolean shows(Trait.Kind kind) {
        return traits.stream().anyMatch(trait -> trait.kind() == kind)
                || files.stream().anyMatch(file -> file.opened().shows(kind));
    }
}
