package gyotaku.engine.worker;

import gyotaku.dissect.Child;
import gyotaku.dissect.Yara;
import gyotaku.enrich.egress.NameSpaces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// How the child process is started: little memory, a small stack, an empty environment and, where the system lets
/// us, name spaces of its own: no network in one, and in the other its descendants, which end with it.
public final class ChildCommand {

    /// The most that the system may let us (`unshare` of util-linux), the best first.
    private static final List<List<String>> FENCES = List.of(
            List.of("unshare", "--map-root-user", "--net", "--pid", "--fork", "--kill-child"),
            List.of("unshare", "--map-root-user", "--net"),
            List.of());

    private final Function<Path, List<String>> program;
    private List<String> fence = List.of();
    private boolean tried;

    /// @param program that speaks the protocol of [gyotaku.dissect.Frames], by the folder that it may write into
    ChildCommand(Function<Path, List<String>> program) {
        this.program = program;
    }

    /// @param classPath where the program lies
    /// @param yara the operator's rules
    public static ChildCommand of(String classPath, Optional<Yara> yara) {
        return of(classPath, yara, Optional.empty());
    }

    /// @param classPath where the program lies
    /// @param yara the operator's rules
    /// @param cache of loaded classes, by which it starts faster
    public static ChildCommand of(String classPath, Optional<Yara> yara, Optional<Path> cache) {
        return new ChildCommand(scratch -> {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    // An attachment and what is unpacked of it stand in memory, the largest twice while it is joined.
                    "-Xmx512m",
                    "-Xss512k",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-XX:-UsePerfData",
                    // Else the JVM would write its warnings between the answers.
                    "-Xlog:disable",
                    "-Djava.awt.headless=true",
                    "-Dfile.encoding=UTF-8",
                    "-Djava.io.tmpdir=" + scratch,
                    // Its environment is empty; this is where the commands lie that it may start.
                    "-D" + Child.COMMANDS + "="
                            + Optional.ofNullable(System.getenv("PATH")).orElse("")));
            cache.ifPresent(file -> command.add("-XX:AOTCache=" + file));
            yara.ifPresent(rules -> command.addAll(rules.properties()));
            command.addAll(List.of("-cp", classPath, Child.class.getName()));
            return command;
        });
    }

    /// Whether the process has no network.
    boolean isFenced() {
        return !fence().isEmpty();
    }

    private synchronized List<String> fence() {
        if (!tried) {
            fence = FENCES.stream().filter(NameSpaces::allowed).findFirst().orElse(List.of());
            tried = true;
        }
        return fence;
    }

    /// @param scratch the only folder that it is told of
    Process start(Path scratch) throws IOException {
        List<String> command = new ArrayList<>(fence());
        command.addAll(program.apply(scratch));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
