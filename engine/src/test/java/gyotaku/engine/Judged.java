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
}
