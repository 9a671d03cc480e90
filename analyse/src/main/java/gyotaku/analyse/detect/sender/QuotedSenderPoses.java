package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.brand.BrandBook;
import gyotaku.analyse.brand.BrandEntry;
import gyotaku.model.DomainName;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Forwarded;
import gyotaku.model.mail.Mailbox;
import java.util.stream.Stream;

/// A mail that was forwarded in the text: the sender quoted there bears a brand's name at a domain that is not the
/// brand's. It is said of the quoted mail, not of who forwarded it.
@AutoService(Check.class)
@Detector(id = "quoted-sender-poses", family = Family.SENDER, severity = Finding.Severity.HIGH)
public final class QuotedSenderPoses implements Check {

    private static final Text SAYS = Text.of(
            "本文に引用された転送元メールの差出人は{0}を名乗っていますが、そのドメイン {1} は{0}の正規ドメイン {2} とは関係がありません。",
            "The sender of the forwarded mail that the text quotes bears the name of {0}, but the domain {1} has no relation to {2}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().forwarded().stream().flatMap(this::poses);
    }

    private Stream<Finding> poses(Forwarded forwarded) {
        Mailbox from = forwarded.from();
        return from.domain().stream()
                .flatMap(domain -> BrandBook.bundled().named(from.name()).stream()
                        .filter(brand -> !brand.owns(domain) && !brand.sendsFrom(domain))
                        .limit(1)
                        .map(brand -> finding(says(brand, domain), forwarded.evidence(), brand.evidence())));
    }

    private static Text says(BrandEntry brand, DomainName domain) {
        return SAYS.with(brand.name(), domain, brand.domains().getFirst());
    }
}
