package gyotaku.enrich.egress;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Name spaces of its own for a process that we start (`unshare` of util-linux), so that it has no network.
public final class NameSpaces {

    private NameSpaces() {}

    /// Tries it with a command that does nothing: systems differ in what they let a user do.
    ///
    /// @param fence the command that stands before another; empty for none
    /// @return whether a process starts behind it
    public static boolean allowed(List<String> fence) {
        if (fence.isEmpty()) {
            return true;
        }
        List<String> trial = new ArrayList<>(fence);
        trial.add("true");
        try {
            Process process = new ProcessBuilder(trial)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(2, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
