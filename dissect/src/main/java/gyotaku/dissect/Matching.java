package gyotaku.dissect;

import gyotaku.model.Limits;
import gyotaku.model.Sha256;
import gyotaku.model.Text;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Matches one attachment and the files in it against the operator's rules, all at once: rules take long to load. For
/// that the files lie for a moment in a folder that only we can read, each under its SHA-256.
final class Matching {

    /// Left of the time for the attachment, to send the answer.
    private static final Duration RESERVE = Duration.ofSeconds(1);

    private static final int MOST_RULES = 50;

    private final Yara yara;
    private final Limits.Files limits;
    private final long start = System.nanoTime();
    private final Map<String, byte[]> files = new TreeMap<>();

    Matching(Yara yara, Limits.Files limits) {
        this.yara = yara;
        this.limits = limits;
    }

    void add(byte[] file) {
        files.put(Sha256.of(file).hex(), file);
    }

    /// What was found, with the rules that match as traits of the files that they match.
    Opened marked(Opened opened, byte[] attachment) {
        try {
            return marked(opened, Sha256.of(attachment), matches());
        } catch (IOException e) {
            List<Truncated> truncated = new ArrayList<>(opened.truncated());
            truncated.add(new Truncated(
                    "yara.rules",
                    0,
                    Text.of("YARA ルールとの照合（{0}）", "the match with YARA rules ({0})")
                            .with(String.valueOf(e.getMessage()))));
            return with(opened, opened.traits(), opened.files(), truncated);
        }
    }

    private Map<String, SortedSet<String>> matches() throws IOException {
        Duration left = limits.time().minus(RESERVE).minusNanos(System.nanoTime() - start);
        if (left.compareTo(RESERVE) < 0) {
            throw new IOException("no time was left");
        }
        Path folder = Files.createTempDirectory("matched");
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
            return yara.matches(folder, left);
        } finally {
            for (String name : files.keySet()) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private static Opened marked(Opened opened, Sha256 sha256, Map<String, SortedSet<String>> matches) {
        List<Trait> traits = Stream.concat(
                        opened.traits().stream(),
                        matches.getOrDefault(sha256.hex(), new TreeSet<>()).stream()
                                .limit(MOST_RULES)
                                .map(rule -> new Trait(Trait.Kind.YARA, rule)))
                .toList();
        List<Inside> inside = opened.files().stream()
                .map(file -> new Inside(
                        file.name(),
                        file.looksLike(),
                        file.size(),
                        file.prints(),
                        marked(file.opened(), file.prints().sha256(), matches)))
                .toList();
        return with(opened, traits, inside, opened.truncated());
    }

    private static Opened with(Opened opened, List<Trait> traits, List<Inside> files, List<Truncated> truncated) {
        return new Opened(
                opened.state(),
                opened.detail(),
                traits,
                opened.links(),
                opened.texts(),
                files,
                opened.views(),
                truncated,
                opened.message());
    }
}
