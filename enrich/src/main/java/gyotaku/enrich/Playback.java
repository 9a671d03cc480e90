package gyotaku.enrich;

import gyotaku.model.Why;

/// Answers out of a recording; a question that is not on it stays unasked.
public final class Playback implements Egress {

    private final Tape tape;

    public Playback(Tape tape) {
        this.tape = tape;
    }

    @Override
    public Reply ask(Question question) {
        Reply recorded = tape.replies().get(question);
        return recorded != null ? recorded : new Reply.Unasked(Why.of(Why.Reason.NOT_RECORDED), tape.startedAt());
    }
}
