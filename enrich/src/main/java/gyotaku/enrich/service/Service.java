package gyotaku.enrich.service;

import gyotaku.enrich.Reading;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.source.Source;
import java.util.List;

/// A source that tells whether a URL, a domain or an address is known to be bad. Registered by
/// `@AutoService(Source.class)`; nothing else is needed to add one.
public interface Service extends Source {

    /// Its name for people.
    String name();

    /// The questions about these subjects, in the order of their importance; none for a kind that it does not know.
    /// It depends on nothing but the subjects, privacy and settings of the kind `CHOICE`, so that a replay asks the
    /// same.
    List<Inquiry> about(List<Subject> subjects, SourceSettings settings);

    /// What an answer says of one of the subjects: the threat in the service's own word. Pure.
    Reading<String> read(byte[] body, Subject subject);
}
