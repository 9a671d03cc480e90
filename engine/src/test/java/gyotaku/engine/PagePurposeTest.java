package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.analyse.Analysers;
import gyotaku.dissect.Dissector;
import gyotaku.model.Evidence;
import gyotaku.model.Limits;
import gyotaku.model.RawMail;
import gyotaku.model.finding.Purpose;
import gyotaku.parse.MailParser;
import gyotaku.parse.Reading;
import gyotaku.testkit.TestSuffixes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The forms of an accused page tell the aim, whatever the words let expect.
class PagePurposeTest {

    private static final TestSuffixes SUFFIXES = new TestSuffixes();
    private static final Path FOLDER =
            Path.of(System.getProperty("project.root", "..")).resolve("engine/src/test/resources/detectors");

    @ParameterizedTest
    @CsvSource({
        "page-asks-for-secret/speaks-card, CARD, true",
        "page-asks-for-secret/speaks-password, CREDENTIALS, true",
        "page-form-elsewhere/speaks-collecting-point, CREDENTIALS, true",
        "page-asks-for-secret/silent-newsletter-form, CREDENTIALS, false",
        "page-asks-for-secret/silent-no-brand, NONE, false",
    })
    void isReadFromThePage(String sample, Purpose.Kind kind, boolean byPage) throws IOException {
        Path file = FOLDER.resolve(sample + ".eml");
        MailParser parser = new MailParser(Limits.standard(), SUFFIXES, List.of());
        SampleFacts world = SampleFacts.beside(file);
        if (parser.parse(RawMail.of(Files.readAllBytes(file)), new Dissector(Limits.standard()))
                instanceof Reading.Mail mail) {
            Purpose purpose = new Analysers(SUFFIXES, List.of())
                    .run(mail.mail(), world.facts(), world.resolver())
                    .purpose();
            assertThat(purpose.kind()).isEqualTo(kind);
            assertThat(purpose.evidence().stream()
                            .anyMatch(it -> it instanceof Evidence.Answered answered
                                    && answered.source().equals("page")))
                    .isEqualTo(byPage);
        } else {
            throw new AssertionError("no mail");
        }
    }
}
