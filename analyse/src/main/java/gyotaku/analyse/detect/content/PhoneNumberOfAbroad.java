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

/// A Japanese mail asks to be called back abroad.
@AutoService(Check.class)
@Detector(id = "phone-number-of-abroad", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class PhoneNumberOfAbroad implements Check {

    private static final Text SAYS =
            Text.of("日本語のメールに国外の電話番号があります:{0}", "The Japanese mail gives a telephone number of abroad: {0}");

    private static final int FEWEST_DIGITS = 9;
    private static final int MOST_DIGITS = 15;

    @Override
    public Stream<Finding> examine(Subject subject) {
        Folded body = subject.wording().body();
        if (!Japanese.isWrittenIn(body.original())) {
            return Stream.empty();
        }
        String text = body.text();
        for (int at = text.indexOf('+'); at >= 0; at = text.indexOf('+', at + 1)) {
            int end = end(text, at + 1);
            if (isNumber(text, at, end) && !text.startsWith("81", at + 1)) {
                return Stream.of(finding(
                        SAYS.with(body.excerpt(at, end, 0)), subject.wording().evidence(Wording.Place.BODY, at, end)));
            }
        }
        return Stream.empty();
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < 25 && "0123456789 -().".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean isNumber(String text, int at, int end) {
        long digits = text.substring(at, end).chars().filter(Character::isDigit).count();
        boolean afterDigit = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) < 128;
        return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS && !afterDigit;
    }
}
