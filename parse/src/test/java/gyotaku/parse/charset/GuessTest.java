package gyotaku.parse.charset;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.testkit.Suites;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuessTest {

    private static Coding guessed(String text, String charset) {
        byte[] bytes = text.getBytes(Charset.forName(charset));
        return TextDecoder.decode(bytes, 0, bytes.length, "").coding();
    }

    @ParameterizedTest
    @CsvSource({
        "euc-kr, EUC-KR, 고객님의 계정이 정지되었습니다. 아래 링크를 클릭하여 확인해 주시기 바랍니다.",
        "gbk, GBK, 尊敬的用户，您的账户已经被暂停，请在二十四小时之内点击下面的链接确认您的信息。",
        "big5, Big5, 親愛的用戶，您的帳戶已經被暫停，請在二十四小時之內點擊下面的連結確認您的資料。",
        "koi8-r, KOI8-R, Уважаемый клиент! Ваша учётная запись заблокирована. Подтвердите свои данные.",
        "windows-1251, windows-1251, Уважаемый клиент! Ваша учётная запись заблокирована. Подтвердите свои данные.",
        "koi8-r, KOI8-R, ВАША УЧЕТНАЯ ЗАПИСЬ ЗАБЛОКИРОВАНА",
        "windows-1251, windows-1251, ВАША УЧЕТНАЯ ЗАПИСЬ ЗАБЛОКИРОВАНА",
        "shift_jis, windows-31j, お客様のアカウントが一時停止されました。下記のリンクよりご確認ください。",
        "euc-jp, EUC-JP, お客様のアカウントが一時停止されました。下記のリンクよりご確認ください。",
        "euc-jp, EUC-JP, 本人確認手続完了通知",
        "shift_jis, windows-31j, 重要 取引制限解除手続",
        "windows-1252, windows-1252, Votre compte a été suspendu : vérifiez vos coordonnées à l’adresse indiquée.",
        "windows-1252, windows-1252, Ihr Konto wurde gesperrt. Bitte bestätigen Sie Ihre persönlichen Daten für die Prüfung."
    })
    void aSentenceWithoutALabelIsRead(String coding, String charset, String text) {
        assertThat(guessed(text, charset).name()).isEqualTo(coding);
    }

    /// Each line of our own Japanese letters, and each letter as a whole: a guess that finds Korean or Russian there is
    /// worse than none.
    @Test
    void noJapaneseLetterIsTakenForAnotherWriting() throws IOException {
        List<Coding> others =
                List.of(Writing.values()).stream().map(Writing::coding).toList();
        List<String> taken = new ArrayList<>();
        for (String text : japanese()) {
            for (String charset : List.of("windows-31j", "x-eucJP-Open")) {
                Coding coding = guessed(text, charset);
                if (others.contains(coding)) {
                    taken.add(coding.name() + ": " + text);
                }
            }
        }
        assertThat(taken).isEmpty();
    }

    private static List<String> japanese() throws IOException {
        List<String> texts = new ArrayList<>();
        Path letters = Path.of(
                System.getProperty("project.root", ".."), "testkit/src/main/resources/gyotaku/testkit/letters/ja");
        for (Path file : Suites.files(letters, ".yml")) {
            texts.add(Files.readString(file));
            texts.addAll(Files.readAllLines(file));
        }
        assertThat(texts).hasSizeGreaterThan(1000);
        return texts;
    }
}
