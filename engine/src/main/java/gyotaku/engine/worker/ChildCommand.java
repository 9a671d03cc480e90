package gyotaku.engine.worker;

import gyotaku.dissect.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How the child process is started: little memory, a small stack, an empty environment and, where the system lets
/// us, a network name space of its own with nothing in it.
public final class ChildCommand {

    /// Asks the kernel for a name space without a network (`unshare` of util-linux).
    private static final List<String> WITHOUT_NETWORK = List.of("unshare", "--map-root-user", "--net");

    private final List<String> command;

    private ChildCommand(List<String> command) {
        this.command = List.copyOf(command);
    }

    /// @param classPath where the program lies
    public static ChildCommand of(String classPath) {
        List<String> command = new ArrayList<>(hasNameSpaces() ? WITHOUT_NETWORK : List.of());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-cp",
                classPath,
                Child.class.getName()));
        return new ChildCommand(command);
    }

    private static boolean hasNameSpaces() {
        List<String> trial = new ArrayList<>(WITHOUT_NETWORK);
        trial.add("true");
        try {
            Process process = quiet(new ProcessBuilder(trial)).start();
            return process.waitFor(2, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static ProcessBuilder quiet(ProcessBuilder builder) {
        return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        String path = builder.environment().get("PATH");
        builder.environment().clear();
        if (path != null) {
            builder.environment().put("PATH", path);
        }
        builder.environment().put("LC_ALL", "C.UTF-8");
        Path scratch = Path.of(System.getProperty("java.io.tmpdir"));
        return builder.directory(Files.isDirectory(scratch) ? scratch.toFile() : null)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
