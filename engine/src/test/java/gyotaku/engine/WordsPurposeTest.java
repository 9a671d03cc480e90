package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.analyse.Analysers;
import gyotaku.dissect.Dissector;
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

/// What a mail is after, read from its words alone: no brand is posed as and no page was seen.
class WordsPurposeTest {

    private static final TestSuffixes SUFFIXES = new TestSuffixes();

    private static final Path FOLDER =
            Path.of(System.getProperty("project.root", "..")).resolve("engine/src/test/resources/detectors");

    @ParameterizedTest
    @CsvSource({
        "lure-casino/speaks-english, ADVERTISING",
        "lure-compensation/speaks-english, ADVANCE_FEE",
        "lure-wallet/speaks-link, CREDENTIALS",
        "lure-survey-reward/speaks-link, CARD",
        "lure-call-back/speaks-english, MONEY",
        "lure-extortion/speaks-plain, EXTORTION",
        "lure-wallet/silent-english, NONE",
    })
    void isReadFromTheWords(String sample, Purpose.Kind kind) throws IOException {
        Path file = FOLDER.resolve(sample + ".eml");
        MailParser parser = new MailParser(Limits.standard(), SUFFIXES, List.of());
        SampleFacts world = SampleFacts.beside(file);
        if (parser.parse(RawMail.of(Files.readAllBytes(file)), new Dissector(Limits.standard()))
                instanceof Reading.Mail mail) {
            Purpose purpose = new Analysers(SUFFIXES, List.of())
                    .run(mail.mail(), world.facts(), world.resolver())
                    .purpose();
            assertThat(purpose.kind()).isEqualTo(kind);
            assertThat(purpose.evidence().isEmpty()).isEqualTo(kind == Purpose.Kind.NONE);
        } else {
            throw new AssertionError("no mail");
        }
    }
}
