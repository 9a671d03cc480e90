package gyotaku.enrich;

/// Lets somebody watch what goes through a way out, and changes nothing of it.
public final class WatchedEgress implements Egress {

    private final Egress watched;
    private final Progress progress;

    public WatchedEgress(Egress watched, Progress progress) {
        this.watched = watched;
        this.progress = progress;
    }

    @Override
    public Reply ask(Question question) {
        progress.asked(question);
        try {
            return watched.ask(question);
        } finally {
            progress.answered(question);
        }
    }
}
