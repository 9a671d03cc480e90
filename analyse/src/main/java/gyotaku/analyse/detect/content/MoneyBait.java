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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A few words, a sum of four digits or more, and a link or file: the sum is all there is to say.
@AutoService(Check.class)
@Detector(id = "money-bait", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class MoneyBait implements Check {

    private static final Text SAYS = Text.of(
            "短い文面で金額「{0}」を示し、リンクや添付ファイルを開かせようとしています。",
            "A few words name a sum, “{0}”, and want a link or file opened.");

    private static final int SHORT_TEXT = 500;
    private static final List<String> MONEY =
            List.of("$", "€", "£", "usd", "eur", "euro", "btc", "eth", "usdt", "xrp", "r$");

    @Override
    public Stream<Finding> examine(Subject subject) {
        boolean more =
                subject.mail().links().stream().anyMatch(link -> link.context().isFollowed())
                        || !subject.mail().attachments().isEmpty();
        Folded body = subject.wording().body();
        if (!more || body.text().length() > SHORT_TEXT) {
            return Stream.empty();
        }
        return Stream.of(Wording.Place.SUBJECT, Wording.Place.BODY)
                .flatMap(place -> sum(subject.wording().at(place).text())
                        .map(at -> finding(
                                SAYS.with(subject.wording().at(place).excerpt(at[0], at[1], 0)),
                                subject.wording().evidence(place, at[0], at[1])))
                        .stream())
                .limit(1);
    }

    /// The first number of at least four digits, or with decimals of a coin, that a currency stands beside.
    private static Optional<int[]> sum(String text) {
        for (int i = 0; i < text.length(); i++) {
            int end = i;
            int digits = 0;
            while (end < text.length()
                    && (Character.isDigit(text.charAt(end)) || ".,' ".indexOf(text.charAt(end)) >= 0 && digits > 0)) {
                digits += Character.isDigit(text.charAt(end)) ? 1 : 0;
                end++;
            }
            if (digits >= 4 && digits <= 12 && hasCurrency(text, i, end)) {
                return Optional.of(withCurrency(text, i, end));
            }
            i = Math.max(i, end);
        }
        return Optional.empty();
    }

    /// The number with the sign before or behind it, and nothing else.
    private static int[] withCurrency(String text, int start, int end) {
        int last = end;
        while (!Character.isDigit(text.charAt(last - 1))) {
            last--;
        }
        String before = text.substring(Math.max(0, start - 4), start);
        int gap = before.length() - before.stripTrailing().length();
        int from = MONEY.stream()
                .filter(before.strip()::endsWith)
                .mapToInt(sign -> Math.max(0, start - gap - sign.length()))
                .min()
                .orElse(start);
        String after = text.substring(end, Math.min(text.length(), end + 4));
        int space = after.length() - after.stripLeading().length();
        int to = MONEY.stream()
                .filter(after.strip()::startsWith)
                .mapToInt(sign -> end + space + sign.length())
                .max()
                .orElse(last);
        return new int[] {from, to};
    }

    private static boolean hasCurrency(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - 4), start).strip();
        String after = text.substring(end, Math.min(text.length(), end + 4)).strip();
        return MONEY.stream().anyMatch(sign -> before.endsWith(sign) || after.startsWith(sign));
    }
}
