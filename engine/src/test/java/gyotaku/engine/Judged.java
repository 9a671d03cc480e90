package gyotaku.engine;

import gyotaku.analyse.Analysers;
import gyotaku.dissect.Dissector;
import gyotaku.model.Limits;
import gyotaku.model.RawMail;
import gyotaku.model.finding.Analysis;
import gyotaku.model.mail.ParsedMail;
import gyotaku.parse.MailParser;
import gyotaku.parse.Reading;
import gyotaku.testkit.TestSuffixes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What is said of a mail when nothing is looked up.
final class Judged {

    private static final TestSuffixes SUFFIXES = new TestSuffixes();
    private static final Analysers ANALYSERS = new Analysers(SUFFIXES, List.of());
    private static final MailParser PARSER = new MailParser(Limits.standard(), SUFFIXES, List.of());

    private Judged() {}

    static Optional<ParsedMail> read(byte[] bytes) {
        return switch (PARSER.parse(RawMail.of(bytes), new Dissector(Limits.standard()))) {
            case Reading.Mail mail -> Optional.of(mail.mail());
            case Reading.NotMail _ -> Optional.empty();
        };
    }

    /// Empty when the bytes are no mail.
    static Optional<Analysis> offline(byte[] bytes) {
        SampleFacts world = SampleFacts.none();
        return read(bytes).map(mail -> ANALYSERS.run(mail, world.facts(), world.resolver()));
    }

    /// A sample of a detector, as `lure-wallet/speaks-link`, in the world that stands beside it.
    static Analysis sample(String name) throws IOException {
        Path file = Path.of(System.getProperty("project.root", ".."))
                .resolve("engine/src/test/resources/detectors")
                .resolve(name + ".eml");
        SampleFacts world = SampleFacts.beside(file);
        return ANALYSERS.run(read(Files.readAllBytes(file)).orElseThrow(), world.facts(), world.resolver());
    }
}
