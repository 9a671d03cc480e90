package gyotaku.model.finding;

import java.util.Arrays;

/// A detector broke on this mail: a fault of the program, so its silence must not be read as a good sign.
///
/// @param rule the detector's id
/// @param problem the kind of exception and where in this program it arose, for whoever mends it
public record CheckFailure(String rule, String problem) {

    private static final String OURS = "gyotaku.";

    /// The kind of exception and the first of our own lines on its way. What it says is left out, for it may quote the
    /// mail, recipient and all, and need not be the same the next time.
    public static CheckFailure of(String rule, RuntimeException broken) {
        String where = Arrays.stream(broken.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst()
                .map(frame -> " at " + frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .orElse("");
        return new CheckFailure(rule, broken.getClass().getName() + where);
    }
}
