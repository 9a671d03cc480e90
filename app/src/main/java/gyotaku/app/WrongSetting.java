package gyotaku.app;

/// The configuration says something that cannot be. The message names the key, its value and where it was set.
final class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongSetting(String message) {
        super(message);
    }
}
