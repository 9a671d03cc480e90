package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.finding.Purpose;
import gyotaku.testkit.MailBuilder;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a mail is after, read from its words alone: no brand is posed as and no page was seen.
class WordsPurposeTest {

    @ParameterizedTest
    @CsvSource({
        "lure-casino/speaks-english, ADVERTISING",
        "lure-compensation/speaks-english, ADVANCE_FEE",
        "lure-wallet/speaks-link, CREDENTIALS",
        "lure-survey-reward/speaks-link, CARD",
        "lure-call-back/speaks-english, MONEY",
        "lure-extortion/speaks-plain, EXTORTION",
        "lure-wallet/silent-english, NONE",
    })
    void isReadFromTheWords(String sample, Purpose.Kind kind) throws IOException {
        Purpose purpose = Judged.sample(sample).purpose();
        assertThat(purpose.kind()).isEqualTo(kind);
        assertThat(purpose.evidence().isEmpty()).isEqualTo(kind == Purpose.Kind.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "two of three are advertising, ADVERTISING, Get a casino welcome bonus and 250 free spins today. Beautiful"
                + " ukrainian women want to meet you. See her private photos now.",
        "one of two is advertising, CREDENTIALS, See her private photos now. Beautiful ukrainian women want to meet you."
    })
    void mostOfTheWordsDecide(String what, Purpose.Kind kind, String words) {
        byte[] mail = MailBuilder.plain()
                .from("info@shop.example.com")
                .text("Your wallet has been suspended. Verify your wallet here: https://check.example.net/a\n" + words)
                .bytes();
        assertThat(Judged.offline(mail).orElseThrow().purpose().kind()).as(what).isEqualTo(kind);
    }
}
