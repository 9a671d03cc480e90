package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.brand.BrandBook;
import gyotaku.analyse.brand.BrandEntry;
import gyotaku.analyse.wording.Folded;
import gyotaku.analyse.wording.Wording;
import gyotaku.model.Text;
import gyotaku.model.finding.Brand;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/// A brand whose real mails name their reader is posed as, and the mail names nobody.
@AutoService(Check.class)
@Detector(id = "greeting-without-name", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class GreetingWithoutName implements Check {

    private static final Text SAYS = Text.of(
            "{0}の正規のメールは宛名に氏名などを記しますが、このメールの冒頭にはありません:「{1}」",
            "Genuine mails of {0} name their reader; this one does not: “{1}”");

    private static final int BEGINNING = 300;

    private static final List<String> NOBODY = List.of(
            "お客様",
            "お客さま",
            "会員様",
            "会員の皆様",
            "利用者様",
            "ユーザー様",
            "皆様",
            "各位",
            "あなた様",
            "dear customer",
            "dear user",
            "dear client",
            "dear member",
            "dear valued",
            "dear sir",
            "dear account");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Folded body = subject.wording().body();
        return subject.posedBrand().stream()
                .filter(GreetingWithoutName::usuallyByName)
                .filter(_ -> !body.isEmpty() && !namesSomebody(body))
                .map(brand -> finding(
                        SAYS.with(
                                brand.name(),
                                body.excerpt(0, Math.min(30, body.text().length()), 0)),
                        subject.wording().evidence(Wording.Place.BODY, 0, 1),
                        brand.evidence().getLast()));
    }

    private static boolean usuallyByName(Brand brand) {
        return BrandBook.bundled()
                .brand(brand.id())
                .filter(entry -> entry.addressing() == BrandEntry.Addressing.BY_NAME)
                .isPresent();
    }

    private static boolean namesSomebody(Folded body) {
        String start = body.text().substring(0, Math.min(BEGINNING, body.text().length()));
        for (String nobody : NOBODY) {
            start = start.replace(nobody, "");
        }
        return start.indexOf('様') >= 0 || start.contains("さん、") || start.contains("dear ");
    }
}
