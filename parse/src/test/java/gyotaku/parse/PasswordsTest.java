package gyotaku.parse;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.ByteSpan;
import gyotaku.parse.link.DecodedText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordsTest {

    private static List<String> in(String type, String text) {
        ByteSpan anywhere = new ByteSpan(0, 1);
        return Passwords.in(List.of(new DecodedText("1", type, text, anywhere, (_, _) -> anywhere)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The password is Parcel-77.          | Parcel-77",
                "PASSWORD: x9#kQ,                    | x9#kQ",
                "解凍パスワードは Tx5591 です        | Tx5591",
                "パスワード：１２３４                | 1234",
                "ﾊﾟｽﾜｰﾄﾞ: abc123                     | abc123",
                "İİİ Password: hidden-1              | hidden-1",
                "pw: 998877                          | 998877"
            })
    void whatFollowsTheWordIsTried(String text, String password) {
        assertThat(in("text/plain", text)).contains(password);
    }

    @Test
    void tagsStandForSpaces() {
        assertThat(in("text/html", "<p>Password:<b>Abc-1</b></p>")).contains("Abc-1");
    }

    @Test
    void aFloodOfThemIsBounded() {
        StringBuilder flood = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            flood.append("password: p").append(i).append('\n');
        }
        assertThat(in("text/plain", flood.toString())).hasSizeLessThanOrEqualTo(21);
    }

    @Test
    void aTextThatNamesNoneGivesNone() {
        assertThat(in("text/plain", "Please find the invoice attached.")).isEmpty();
    }
}
