package gyotaku.analyse.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Letters that look like others are read as those, and words of other languages and honest kanji are left alone.
class ConfusablesTest {

    @ParameterizedTest
    @CsvSource({
        "аccоunt, account",
        "力一ド, カード",
        "ご口グインください, ごログインください",
        "ア力ウン卜を停止, アカウントを停止",
        "メ一ルサ一ビス, メールサービス",
    })
    void whatImitatesIsReadAsWhatIsMeant(String written, String meant) {
        assertThat(Confusables.unmixed(written)).isEqualTo(meant);
        assertThat(Confusables.unmasked(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"аккаунт заблокирован", "人口グラフ", "加工エンジン", "ページ一覧", "一つ二つ", "工事中", "λόγος", "account"})
    void honestWordsStay(String text) {
        assertThat(Confusables.unmixed(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"АМЕХ, AMEX", "аррӏе, apple"})
    void aNameOfOtherLettersAloneIsReadForBrands(String written, String meant) {
        assertThat(Confusables.unmasked(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Your аccоunt", "力一ドの有効期限"})
    void quotedIsWhatWasWritten(String written) {
        Folded folded = Folded.meant(written);
        assertThat(folded.original()).isEqualTo(written);
        assertThat(folded.excerpt(0, folded.text().length(), 0)).isEqualTo(written);
        assertThat(folded.text()).isNotEqualTo(Folded.of(written).text());
    }
}
