package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.brand.BrandMention;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// A host name imitates a brand's name without belonging to the brand.
@AutoService(Check.class)
@Detector(id = "brand-look-alike-host", family = Family.LINK, severity = Finding.Severity.HIGH)
public final class BrandLookAlikeHost implements Check {

    private static final Text SAYS = Text.of(
            "ホスト名 {0} は{1}の名前に似せていますが、正規ドメイン {2} には属しません。",
            "The host name {0} imitates {1} and does not belong to {2}.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mention().stream().filter(mention -> !mention.genuine()).flatMap(this::imitations);
    }

    private Stream<Finding> imitations(BrandMention mention) {
        return mention.lookAlikes().stream()
                .limit(1)
                .map(host -> finding(
                        SAYS.with(
                                host,
                                mention.brand().name(),
                                mention.brand().official().getFirst()),
                        mention.brand().evidence()));
    }
}
