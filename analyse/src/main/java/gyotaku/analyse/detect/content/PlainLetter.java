package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.Set;
import java.util.stream.Stream;

/// Text alone: no link, no file, no address or telephone number to turn to, and no words that lure.
@AutoService(Check.class)
@Detector(
        id = "plain-letter",
        family = Family.CONTENT,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class PlainLetter implements Check {

    private static final Text SAYS = Text.of(
            "リンク・添付ファイル・連絡先の指示・誘い文句のない、文字だけのメールです。",
            "It is text alone: no link, no file, no other address or number to turn to, no luring words.");

    private static final int ENOUGH = 40;
    private static final int NUMBER = 8;
    private static final Set<String> ASIDE = Set.of("deadline", "to-the-analyser");

    @Override
    public Stream<Finding> examine(Subject subject) {
        String text = subject.wording().body().text();
        boolean plain = text.length() >= ENOUGH
                && !subject.mail().body().html()
                && subject.mail().links().stream()
                        .noneMatch(link -> link.context().isFollowed())
                && subject.mail().attachments().isEmpty()
                && subject.posedBrand().isEmpty()
                && subject.wording().lures().keySet().stream().allMatch(ASIDE::contains)
                && text.indexOf('@') < 0
                && !holdsNumber(text);
        return Stream.of(text)
                .filter(_ -> plain)
                .map(_ -> finding(
                        SAYS,
                        new Evidence.InSample(
                                "text",
                                subject.mail().body().span(),
                                subject.wording().body().excerpt(0, 40, 0),
                                Trust.CLAIMED)));
    }

    /// Digits that could be dialled.
    private static boolean holdsNumber(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            digits = Character.isDigit(c) ? digits + 1 : " -()".indexOf(c) >= 0 ? digits : 0;
            if (digits >= NUMBER) {
                return true;
            }
        }
        return false;
    }
}
