package gyotaku.engine;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/// A folder is no case folder, or no longer the one that was written. The message is for the user.
public final class BrokenCase extends Exception {

    private static final long serialVersionUID = 1;

    BrokenCase(String message) {
        super(message);
    }

    /// What went wrong in words, without class names.
    static String reason(Exception e) {
        return switch (e) {
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case AccessDeniedException denied -> "no permission to read " + denied.getFile();
            case IOException io -> String.valueOf(io.getMessage());
            default -> String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown reason");
        };
    }
}
