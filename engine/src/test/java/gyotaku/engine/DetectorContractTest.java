package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.analyse.Analysers;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Weights;
import gyotaku.dissect.Dissector;
import gyotaku.model.Evidence;
import gyotaku.model.Limits;
import gyotaku.model.RawMail;
import gyotaku.model.finding.Analysis;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.ParsedMail;
import gyotaku.parse.MailParser;
import gyotaku.parse.Reading;
import gyotaku.testkit.HostileMails;
import gyotaku.testkit.TestSuffixes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What every detector promises, held over all of them: it speaks and is silent on its own samples, says the same
/// twice,
/// in two languages, and rests on evidence that lies inside the mail.
///
/// The samples of a detector lie in `detectors/<id>/` of the test resources: `speaks-*.eml` and `silent-*.eml`, each
/// with
/// a [SampleFacts] file of the same name when the world must answer.
class DetectorContractTest {

    private static final TestSuffixes SUFFIXES = new TestSuffixes();
    private static final Analysers ANALYSERS = new Analysers(SUFFIXES, List.of());
    private static final Path FOLDER =
            Path.of(System.getProperty("project.root", "..")).resolve("engine/src/test/resources/detectors");

    private static List<Detector> detectors() {
        return ServiceLoader.load(Check.class).stream()
                .map(check -> check.type().getAnnotation(Detector.class))
                .toList();
    }

    static Stream<String> ids() {
        return detectors().stream().map(Detector::id).sorted();
    }

    static Stream<Arguments> samples() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList().stream()
                    .map(file -> Arguments.of(FOLDER.relativize(file).getName(0).toString(), file));
        }
    }

    @Test
    void idsAreUniqueAndEachHasAWeight() {
        assertThat(ids().toList()).doesNotHaveDuplicates();
        assertThat(Weights.bundled().rules()).isEqualTo(new TreeSet<>(ids().toList()));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyDetectorHasSamplesOfBothKinds(String id) throws IOException {
        assertThat(FOLDER.resolve(id)).as("samples of %s", id).isDirectory();
        try (Stream<Path> files = Files.list(FOLDER.resolve(id))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            assertThat(names).anyMatch(name -> name.startsWith("speaks-") && name.endsWith(".eml"));
            assertThat(names).anyMatch(name -> name.startsWith("silent-") && name.endsWith(".eml"));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("samples")
    void aDetectorSpeaksAndIsSilentAsItsSamplesSay(String id, Path file) throws IOException {
        assertThat(ids()).contains(id);
        byte[] bytes = Files.readAllBytes(file);
        ParsedMail mail = read(bytes);
        SampleFacts world = SampleFacts.beside(file);
        Analysis analysis = ANALYSERS.run(mail, world.facts(), world.resolver());
        assertThat(ANALYSERS.run(mail, world.facts(), world.resolver())).isEqualTo(analysis);
        assertThat(analysis.failures()).isEmpty();
        List<Finding> own = analysis.findings().stream()
                .filter(finding -> finding.rule().equals(id))
                .toList();
        boolean speaks = file.getFileName().toString().startsWith("speaks-");
        assertThat(own.isEmpty())
                .as("silence of %s in %s", id, analysis.findings())
                .isNotEqualTo(speaks);
        analysis.findings().forEach(finding -> sound(finding, bytes.length));
    }

    private static void sound(Finding finding, int size) {
        assertThat(finding.text().ja())
                .as(finding.rule())
                .isNotBlank()
                .isNotEqualTo(finding.text().en());
        assertThat(finding.text().en()).as(finding.rule()).isNotBlank();
        assertThat(finding.evidence()).as(finding.rule()).isNotEmpty();
        for (Evidence evidence : finding.evidence()) {
            if (evidence instanceof Evidence.InSample seen) {
                assertThat(seen.span().end()).as(finding.rule()).isLessThanOrEqualTo(size);
            }
        }
    }

    static Stream<HostileMails.Named> hostile() {
        return HostileMails.all();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noDetectorBreaksOnAHostileMail(HostileMails.Named hostile) {
        Reading reading = parser().parse(RawMail.of(hostile.bytes()), new Dissector(Limits.standard()));
        if (reading instanceof Reading.Mail mail) {
            SampleFacts world = SampleFacts.none();
            Analysis analysis = ANALYSERS.run(mail.mail(), world.facts(), world.resolver());
            assertThat(analysis.failures()).isEmpty();
            analysis.findings().forEach(finding -> sound(finding, hostile.bytes().length));
        }
    }

    private static MailParser parser() {
        return new MailParser(Limits.standard(), SUFFIXES, List.of());
    }

    private static ParsedMail read(byte[] bytes) {
        return switch (parser().parse(RawMail.of(bytes), new Dissector(Limits.standard()))) {
            case Reading.Mail mail -> mail.mail();
            case Reading.NotMail not -> throw new AssertionError("the sample is no mail: " + not);
        };
    }
}
