package gyotaku.dissect;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The operator's own rules, matched by the `yara` command (4 or later). No shell; of a mail only the content of its
/// files comes near it, under names that are ours.
///
/// @param command where it lies
/// @param rules files of rules in its language
public record Yara(Path command, List<Path> rules) {

    private static final String COMMAND_PROPERTY = "gyotaku.yara.command";
    private static final String RULES_PROPERTY = "gyotaku.yara.rules";

    /// Against rules that match everything by a thousand names.
    private static final int MOST_OUTPUT = 1 << 20;

    private static final Duration CHECK = Duration.ofSeconds(30);

    public Yara {
        rules = List.copyOf(rules);
    }

    /// @param place a file of rules, or a folder with files that end in `.yar` or `.yara`
    /// @param path folders of commands, parted as in `PATH`
    /// @throws IOException when the command or the rules are not there, or the command does not take the rules
    public static Yara of(Path place, String path) throws IOException {
        Path command = Stream.of(path.split(File.pathSeparator, 100))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "yara"))
                .filter(file -> file.isAbsolute() && Files.isExecutable(file))
                .findFirst()
                .orElseThrow(
                        () -> new IOException("the command yara is not there; Debian/Ubuntu: apt-get install yara"));
        Yara yara = new Yara(command, files(place.toAbsolutePath()));
        yara.check();
        return yara;
    }

    private static List<Path> files(Path place) throws IOException {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        if (!Files.isDirectory(place)) {
            throw new IOException("there is no " + place);
        }
        try (Stream<Path> found = Files.list(place)) {
            List<Path> rules = found.filter(file ->
                            file.toString().endsWith(".yar") || file.toString().endsWith(".yara"))
                    .sorted()
                    .toList();
            if (rules.isEmpty()) {
                throw new IOException("no file in " + place + " ends in .yar or .yara");
            }
            return rules;
        }
    }

    private void check() throws IOException {
        Path empty = Files.createTempFile("gyotaku", ".empty");
        try {
            run(empty, CHECK);
        } finally {
            Files.delete(empty);
        }
    }

    /// How the rules get into the process that uses them.
    public List<String> properties() {
        List<String> places = rules.stream().map(Path::toString).toList();
        return List.of(
                "-D" + COMMAND_PROPERTY + "=" + command,
                "-D" + RULES_PROPERTY + "=" + String.join(File.pathSeparator, places));
    }

    /// What [#properties] of the process say.
    static Optional<Yara> given() {
        return Optional.ofNullable(System.getProperty(COMMAND_PROPERTY))
                .map(command -> new Yara(
                        Path.of(command),
                        Stream.of(System.getProperty(RULES_PROPERTY, "").split(File.pathSeparator, 10_000))
                                .map(Path::of)
                                .toList()));
    }

    /// The names of the rules that each file in the folder matches, by the name of the file.
    ///
    /// @throws IOException when the command fails or is not done in time
    Map<String, SortedSet<String>> matches(Path folder, Duration time) throws IOException {
        Map<String, SortedSet<String>> found = new TreeMap<>();
        for (String line : run(folder, time).lines().toList()) {
            int space = line.indexOf(' ');
            int slash = line.lastIndexOf('/');
            if (space > 0 && slash > space) {
                found.computeIfAbsent(line.substring(slash + 1), _ -> new TreeSet<>())
                        .add(line.substring(0, space));
            }
        }
        return found;
    }

    private String run(Path target, Duration time) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                command.toString(), "--recursive", "--no-warnings", "--timeout=" + Math.max(1, time.toSeconds())));
        rules.forEach(file -> line.add(file.toString()));
        line.add(target.toString());
        Process process = new ProcessBuilder(line).start();
        try (InputStream out = process.getInputStream();
                InputStream complaints = process.getErrorStream()) {
            process.getOutputStream().close();
            Thread.ofVirtual().start(() -> end(process, time));
            String said = new String(out.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
            String complaint = new String(complaints.readNBytes(300), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException("yara: " + (complaint.isBlank() ? "not done in time" : complaint.strip()));
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("yara: interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void end(Process process, Duration time) {
        try {
            if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
        }
    }
}
