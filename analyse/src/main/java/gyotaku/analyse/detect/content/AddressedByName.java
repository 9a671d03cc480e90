package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.wording.Folded;
import gyotaku.analyse.wording.Wording;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The mail begins with the name that its own To gives the reader. Names leak too, so it weighs little.
@AutoService(Check.class)
@Detector(
        id = "addressed-by-name",
        family = Family.CONTENT,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class AddressedByName implements Check {

    private static final Text SAYS = Text.of("宛名に受信者の氏名「{0}」があります。", "It addresses the reader by name: “{0}”.");

    private static final int BEGINNING = 300;

    @Override
    public Stream<Finding> examine(Subject subject) {
        Folded body = subject.wording().body();
        return subject.mail().recipients().stream()
                .filter(to -> to.name().indexOf('@') < 0)
                .filter(to -> !Folded.of(to.name())
                        .text()
                        .equals(Folded.of(to.localPart()).text()))
                .flatMap(to -> named(Folded.of(to.name()).text(), body, subject))
                .limit(1);
    }

    private Stream<Finding> named(String name, Folded body, Subject subject) {
        int at = name.length() < 2 ? -1 : body.text().indexOf(name);
        boolean addressed = at >= 0
                && at < BEGINNING
                && (body.text().startsWith("様", at + name.length())
                        || body.text().startsWith("dear ", at - 5));
        return addressed
                ? Stream.of(finding(
                        SAYS.with(name), subject.wording().evidence(Wording.Place.BODY, at, at + name.length())))
                : Stream.empty();
    }
}
