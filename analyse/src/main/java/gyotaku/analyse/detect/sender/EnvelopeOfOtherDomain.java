package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.knowledge.Mailers;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/// From and envelope belong to different registered domains and nothing proves From.
@AutoService(Check.class)
@Detector(id = "envelope-of-other-domain", family = Family.SENDER, severity = Finding.Severity.LOW)
public final class EnvelopeOfOtherDomain implements Check {

    private static final Text SAYS = Text.of(
            "差出人のドメイン {0} と、配送上の送信者（Return-Path）のドメイン {1} が異なります。",
            "The domain in From ({0}) is not that of the envelope sender ({1}).");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        boolean list = parties.listHeader().isPresent();
        return parties.from().stream()
                .filter(from -> !list && !parties.isProven())
                .flatMap(from -> parties.envelope().stream()
                        .filter(envelope ->
                                !envelope.equals(from) && !Mailers.bundled().send(envelope.ascii()))
                        .map(envelope -> finding(SAYS.with(from, envelope), evidence(parties))));
    }

    private static List<Evidence> evidence(Parties parties) {
        return Stream.of("From", "Return-Path")
                .flatMap(name -> parties.header(name).stream())
                .toList();
    }
}
