package gyotaku.enrich.service;

import gyotaku.enrich.Question;
import java.util.List;

/// One question about one or several subjects.
///
/// @param asked who is asked, for people: the service, or one of its lists
/// @param subjects that its answer tells of
public record Inquiry(Question question, String asked, List<Subject> subjects) {

    public Inquiry {
        subjects = List.copyOf(subjects);
    }
}
