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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A Japanese text holds marks of another language: Korean or Chinese dates, a middle dot of Latin texts between kana.
@AutoService(Check.class)
@Detector(id = "foreign-marks", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class ForeignMarks implements Check {

    private static final Text KOREAN =
            Text.of("日本語の文中に韓国語の日付表記があります:「{0}」", "The Japanese text holds a Korean date: “{0}”");

    private static final Text CHINESE =
            Text.of("日本語の文中に中国語の曜日表記があります:「{0}」", "The Japanese text holds a Chinese weekday: “{0}”");

    private static final Text DOT = Text.of(
            "日本語の文中に、日本語では使わない中点があります:「{0}」", "The Japanese text holds a middle dot that Japanese does not use: “{0}”");

    @Override
    public Stream<Finding> examine(Subject subject) {
        String text = subject.wording().read();
        if (!Japanese.isWrittenIn(text)) {
            return Stream.empty();
        }
        for (int i = 1; i + 1 < text.length(); i++) {
            Text says = mark(text, i);
            if (says != null) {
                String shown = text.substring(Math.max(0, i - 8), Math.min(text.length(), i + 8))
                        .strip();
                Evidence seen =
                        new Evidence.InSample("text", subject.mail().body().span(), shown, Trust.CLAIMED);
                return Stream.of(finding(says.with(shown), seen));
            }
        }
        return Stream.empty();
    }

    private static @Nullable Text mark(String text, int i) {
        char c = text.charAt(i);
        char before = text.charAt(i - 1);
        char after = text.charAt(i + 1);
        if ((c == '년' || c == '월' || c == '일') && Character.isDigit(before)) {
            return KOREAN;
        }
        if (c == '期' && before == '星' && "一二三四五六日天".indexOf(after) >= 0) {
            return CHINESE;
        }
        boolean inside = Japanese.isKanaOrKanji(before) && Japanese.isKanaOrKanji(after);
        return c == 0xB7 && inside ? DOT : null;
    }
}
