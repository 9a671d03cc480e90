package gyotaku.enrich.source;

import gyotaku.enrich.Privacy;
import gyotaku.enrich.SourceSettings;
import gyotaku.model.Limits;
import gyotaku.model.Why;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// One place to ask. It says what it needs and fetches raw bytes; whether it may, for how long and how often is
/// decided by [gyotaku.enrich.LiveEgress]. Reading the bytes is done elsewhere, purely, so that a replay reads the
/// same.
///
/// Found by `@AutoService(Source.class)`; one instance serves all mails and threads, so it keeps nothing.
public interface Source {

    /// The first component of its questions.
    String key();

    /// What it keeps to.
    Terms terms(SourceSettings settings, Limits limits);

    /// What of a mail goes out with this question.
    Privacy sends(String subject);

    /// Why it is not asked at all with these settings: no key, not configured. Privacy is not its business.
    default Optional<Why.Reason> hindrance(SourceSettings settings) {
        return Optional.empty();
    }

    /// The raw answer in the source's own recorded form.
    ///
    /// @throws IOException when none came; `NoAnswer` with the reason
    byte[] ask(String subject, Wire wire) throws IOException;

    /// What an operator can set for it, besides the settings that all share.
    default List<Setting> settings() {
        return List.of();
    }
}
