package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.brand.BrandMention;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Mailbox;
import java.util.stream.Stream;

/// The sender's domain is the brand's, and authentication passed for it: counter-evidence. Without a pass nothing is
/// said, because anybody can write a brand's domain into From.
@AutoService(Check.class)
@Detector(
        id = "brand-genuine",
        family = Family.SENDER,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class BrandGenuine implements Check {

    private static final Text SAYS = Text.of(
            "送信元のドメイン {0} は{1}の正規ドメインで、送信ドメイン認証にも合格しています。",
            "The sender's domain {0} belongs to {1}, and authentication passed for it.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mention().filter(BrandMention::genuine).stream()
                .flatMap(mention -> subject.mail().from().flatMap(Mailbox::domain).stream()
                        .filter(_ -> new Parties(subject).isProven())
                        .map(domain -> finding(
                                SAYS.with(domain, mention.brand().name()),
                                mention.brand().evidence())));
    }
}
