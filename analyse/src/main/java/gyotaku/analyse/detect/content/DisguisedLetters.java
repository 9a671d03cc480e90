package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.wording.Confusables;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Mailbox;
import java.util.List;
import java.util.stream.Stream;

/// Words are written with letters that only look right: Greek or Cyrillic inside Latin words, kanji inside katakana
/// words, or letters from the mathematical block. Readers do not see it, filters do not find the word.
@AutoService(Check.class)
@Detector(id = "disguised-letters", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class DisguisedLetters implements Check {

    private static final Text SAYS =
            Text.of("見た目だけが似た別の文字で書かれた語があります:「{0}」", "A word is written with letters that only look alike: “{0}”");

    private static final int LONGEST_WORD = 40;

    /// Words in which the exchange was seen or is likely; anything else could be honest text.
    private static final List<String> WORDS = List.of(
            "メール", "カード", "ユーザー", "サービス", "アクセス", "ログイン", "エラー", "アカウント", "パスワード", "クリック", "セキュリティ", "システム", "データ",
            "ポイント", "マイル", "アップデート", "サイト", "クレジット", "センター", "サポート", "キャンペーン", "オンライン", "ロック", "コード", "リンク", "チェック",
            "ネット");

    @Override
    public Stream<Finding> examine(Subject subject) {
        String sender = subject.mail().from().map(Mailbox::name).orElse("");
        return Stream.of(sender, subject.mail().subject(), subject.mail().body().visible())
                .flatMap(text -> Stream.concat(mixed(text), exchanged(text)))
                .limit(1)
                .map(word -> finding(
                        SAYS.with(word),
                        new Evidence.InSample("text", subject.mail().body().span(), word, Trust.CLAIMED)));
    }

    /// The first word of Latin letters with Greek or Cyrillic ones among them, or of mathematical letters.
    private static Stream<String> mixed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x370 && c <= 0x52F || c == 0xD835) {
                int end = wordEnd(text, i);
                String word = text.substring(wordStart(text, i), end);
                if (isMixed(word) || isMathematical(word)) {
                    return Stream.of(word);
                }
                i = end;
            }
        }
        return Stream.empty();
    }

    private static int wordStart(String text, int from) {
        int start = from;
        while (start > 0 && from - start <= LONGEST_WORD && isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return c < 0x2E80 && Character.isLetter(c) || Character.isSurrogate(c);
    }

    private static boolean isMixed(String word) {
        if (word.length() < 3 || word.length() > LONGEST_WORD) {
            return false;
        }
        long latin = word.chars().filter(c -> c < 128).count();
        long greek = word.chars().filter(c -> c >= 0x370 && c <= 0x52F).count();
        return latin >= 2 && greek >= 1;
    }

    /// U+1D400 to U+1D7FF share the high surrogate D835.
    private static boolean isMathematical(String word) {
        return word.length() <= LONGEST_WORD
                && word.chars().filter(c -> c == 0xD835).count() >= 3;
    }

    private static Stream<String> exchanged(String text) {
        String meant = Confusables.unmasked(text);
        return meant.equals(text) ? Stream.empty() : firstChanged(text, meant);
    }

    private static Stream<String> firstChanged(String text, String meant) {
        for (String word : WORDS) {
            for (int at = meant.indexOf(word); at >= 0; at = meant.indexOf(word, at + 1)) {
                String written = text.substring(at, at + word.length());
                if (!written.equals(word)) {
                    return Stream.of(written);
                }
            }
        }
        return Stream.empty();
    }
}
