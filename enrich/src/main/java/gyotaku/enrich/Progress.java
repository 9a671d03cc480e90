package gyotaku.enrich;

/// Hears what is under way. Called from many threads, and must not wait.
public interface Progress {

    void asked(Question question);

    void answered(Question question);
}
