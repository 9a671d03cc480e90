package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.finding.Verdict;
import gyotaku.model.finding.Verdict.Kind;
import gyotaku.model.mail.ParsedMail;
import gyotaku.testkit.letters.Letter;
import gyotaku.testkit.letters.LetterMail;
import gyotaku.testkit.letters.LettersMain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A bad mail whose text is changed at no cost is still not called benign. Off-line.
class RobustnessTest {

    private static final double MOST_TURNED = 0.05;
    private static final List<Positive> POSITIVES = new ArrayList<>();

    private record Positive(byte[] mail, ParsedMail read) {}

    /// Our own bad letters, the samples, and mails where a detector speaks: those that are not called benign as they
    /// are.
    @BeforeAll
    static void collect() throws IOException {
        Path root = Path.of(System.getProperty("project.root", ".."));
        for (Letter letter : LettersMain.letters("ja", "bad")) {
            keep(LetterMail.of(letter));
        }
        for (String folder : List.of("samples", "engine/src/test/resources/detectors")) {
            try (Stream<Path> files = Files.walk(root.resolve(folder))) {
                for (Path file : files.filter(RobustnessTest::own).sorted().toList()) {
                    keep(Files.readAllBytes(file));
                }
            }
        }
    }

    private static boolean own(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".eml") && !name.equals("sample.eml") && !name.startsWith("silent-");
    }

    private static void keep(byte[] mail) {
        Optional<ParsedMail> read = Judged.read(mail);
        read.flatMap(parsed -> Mutation.NONE.of(mail, parsed))
                .flatMap(Judged::offline)
                .filter(analysis -> analysis.verdict().kind() != Kind.BENIGN)
                .ifPresent(_ -> POSITIVES.add(new Positive(mail, read.orElseThrow())));
    }

    private static Verdict verdict(Positive positive, Mutation mutation) {
        return Judged.offline(mutation.of(positive.mail(), positive.read()).orElseThrow())
                .orElseThrow()
                .verdict();
    }

    static Stream<Mutation> mutations() {
        return Mutation.real();
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void noTrivialMutationMakesABadMailBenign(Mutation mutation) {
        List<Double> drops = new ArrayList<>();
        int turned = 0;
        for (Positive positive : POSITIVES) {
            Verdict before = verdict(positive, Mutation.NONE);
            Verdict after = verdict(positive, mutation);
            drops.add(before.score() - after.score());
            turned += after.kind() == Kind.BENIGN ? 1 : 0;
        }
        drops.sort(Double::compare);
        System.out.printf(
                Locale.ROOT,
                "%s: %d mails, median drop of the score %.3f, %d turned benign%n",
                mutation,
                POSITIVES.size(),
                drops.get(drops.size() / 2),
                turned);
        assertThat(POSITIVES).hasSizeGreaterThan(100);
        assertThat(turned).isLessThanOrEqualTo((int) (POSITIVES.size() * MOST_TURNED));
    }
}
