package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.brand.BrandBook;
import gyotaku.analyse.brand.BrandEntry;
import gyotaku.model.DomainName;
import gyotaku.model.Text;
import gyotaku.model.finding.Brand;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Mailbox;
import java.util.Optional;
import java.util.stream.Stream;

/// The mail speaks in the name of a brand and does not come from it.
@AutoService(Check.class)
@Detector(id = "brand-impersonation", family = Family.SENDER, severity = Finding.Severity.HIGH)
public final class BrandImpersonation implements Check {

    private static final Text FOREIGN = Text.of(
            "{0}を名乗っていますが、送信元のドメイン {1} は{0}の正規ドメイン {2} とは関係がありません。",
            "It speaks in the name of {0}, but the sender's domain {1} has no relation to {2}.");

    private static final Text FORGED = Text.of(
            "差出人には{0}の正規ドメイン {1} が書かれていますが、送信ドメイン認証の結果がこれと一致しません。",
            "From names {1}, a domain of {0}, but the results of authentication contradict it.");

    private static final Text NAMELESS = Text.of(
            "{0}を名乗っていますが、差出人のアドレスに正規ドメイン {1} がありません。",
            "It speaks in the name of {0}, but its From holds no address in {1}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.posedBrand().map(brand -> posing(brand, subject)).stream();
    }

    private Finding posing(Brand brand, Subject subject) {
        Optional<DomainName> from = subject.mail().from().flatMap(Mailbox::domain);
        String official = brand.official().getFirst();
        Text says = from.map(domain -> owns(brand, domain)
                        ? FORGED.with(brand.name(), domain)
                        : FOREIGN.with(brand.name(), domain, official))
                .orElseGet(() -> NAMELESS.with(brand.name(), official));
        return finding(says, brand.evidence());
    }

    private static boolean owns(Brand brand, DomainName domain) {
        return BrandBook.bundled()
                .brand(brand.id())
                .filter((BrandEntry entry) -> entry.sendsFrom(domain))
                .isPresent();
    }
}
