package gyotaku.engine.seal;

/// A key, signature or time stamp that is not what it must be. The message is for the user.
public final class Unsound extends Exception {

    private static final long serialVersionUID = 1;

    Unsound(String message) {
        super(message);
    }
}
