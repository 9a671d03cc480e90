package gyotaku.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.fact.Asked;
import gyotaku.model.fact.Landing.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What fields of pages ask for, as pages of Japan and elsewhere write them.
class AskedTest {

    @ParameterizedTest
    @CsvSource({
        "text, member_no, お客様番号（10桁）, '', MEMBER_NUMBER",
        "text, id, '', '', MEMBER_NUMBER",
        "text, x, ユーザー ID, '', MEMBER_NUMBER",
        "password, x, '', '', PASSWORD",
        "password, pw, Webパスワード, current-password, PASSWORD",
        "password, x, ワンタイムパスワード, '', ONE_TIME_CODE",
        "text, otp, '', '', ONE_TIME_CODE",
        "tel, a, '', one-time-code, ONE_TIME_CODE",
        "password, x, 暗証番号（4桁）, '', PIN",
        "tel, a, カード番号, '', CARD_NUMBER",
        "tel, a, '', cc-number, CARD_NUMBER",
        "tel, a, '', section-pay billing cc-number, CARD_NUMBER",
        "text, card-number, '', '', CARD_NUMBER",
        "text, cardCvv, '', '', CARD_CODE",
        "text, a, セキュリティコード, '', CARD_CODE",
        "text, exp_month, '', '', CARD_EXPIRY",
        "text, a, 有効期限, '', CARD_EXPIRY",
        "text, a, MM / YY, '', CARD_EXPIRY",
        "text, a, 口座番号, '', BANK_ACCOUNT",
        "text, a, 生年月日, '', BIRTHDAY",
        "email, a, '', '', EMAIL",
        "text, a, メールアドレス, '', EMAIL",
        "tel, a, '', '', PHONE",
        "text, a, 携帯電話番号, '', PHONE",
        "text, a, お名前, '', NAME",
        "text, zip-code, '', '', ADDRESS",
        "text, a, ﾊﾟｽﾜｰﾄﾞ, '', PASSWORD",
        "file, a, '', '', FILE",
    })
    void isToldByHintLabelNameAndType(String type, String name, String label, String hint, Asked asked) {
        assertThat(Asked.of(new Field(type, name, label, hint))).contains(asked);
    }

    @ParameterizedTest
    @CsvSource({"search, q, 検索", "text, comment, ご要望", "text, '', ''", "select, lang, Language"})
    void isNotGuessed(String type, String name, String label) {
        assertThat(Asked.of(new Field(type, name, label, ""))).isEmpty();
    }

    @Test
    void aLabelOfAMegabyteIsReadAtItsStart() {
        assertThat(Asked.of(new Field("text", "a", "パスワード" + "x".repeat(1_000_000), "")))
                .contains(Asked.PASSWORD);
        assertThat(Asked.of(new Field("text", "a", "x".repeat(1_000_000) + "パスワード", "")))
                .isEmpty();
    }
}
