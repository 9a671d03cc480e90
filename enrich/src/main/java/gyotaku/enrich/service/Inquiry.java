package gyotaku.enrich.service;

import gyotaku.enrich.Question;
import java.util.List;

/// One question about one or several subjects.
///
/// @param list which of its lists a service is asked for; empty when it has but one
/// @param subjects that its answer tells of
public record Inquiry(Question question, String list, List<Subject> subjects) {

    public Inquiry {
        subjects = List.copyOf(subjects);
    }

    /// One subject, and a service that is one list.
    public static Inquiry of(String source, String asked, Subject subject) {
        return new Inquiry(new Question(source, asked), "", List.of(subject));
    }

    /// What stands in the ledger.
    public Question about(Subject subject) {
        return new Question(question.source(), list.isEmpty() ? subject.text() : subject.text() + " " + list);
    }
}
