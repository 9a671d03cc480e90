package gyotaku.analyse.knowledge;

/// A knowledge file of ours is wrong: found by its tests, never caused by a mail.
public final class BadKnowledge extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    public BadKnowledge(String what) {
        super(what);
    }

    BadKnowledge(String where, BadKnowledge cause) {
        super(where + ": " + cause.getMessage(), cause);
    }
}
