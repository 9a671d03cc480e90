package gyotaku.report;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Lang;
import gyotaku.report.section.AbuseContacts;
import gyotaku.testkit.TestSuffixes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// No reader is sent to one of the harmed for what the attacker did.
class AbuseContactsTest {

    private static final AbuseContacts CONTACTS = AbuseContacts.of(SampleCase.airline(), new TestSuffixes());

    @ParameterizedTest
    @CsvSource({
        "abuse@registrar.example.net, ''",
        "abuse@example.co.jp, RECIPIENT",
        "Abuse@EXAMPLE.co.jp, RECIPIENT",
        "abuse@mail.example.co.jp., RECIPIENT",
        "abuse@notexample.co.jp, ''",
        "abuse@ana.co.jp, BRAND",
        "abuse@mail.ana.co.jp, BRAND",
        "abuse@banana.co.jp, ''",
        "'a@b@ana.co.jp', BRAND",
        "'no address', ''",
        "abuse@, ''",
        "'', ''"
    })
    void aContactOfTheHarmedIsLeftOut(String contact, String harmed) {
        assertThat(CONTACTS.harmed(contact).map(Enum::name).orElse("")).isEqualTo(harmed);
    }

    @Test
    void aBenignMailPosesAsNobody() {
        assertThat(AbuseContacts.of(SampleCase.benign(), new TestSuffixes()).harmed("abuse@ana.co.jp"))
                .isEmpty();
    }

    @Test
    void reportAndCaseSayWhyItIsLeftOut() {
        UnaryOperator<String> victims =
                value -> value.contains("@") && value.contains("abuse") ? "abuse@ana.co.jp" : value;
        Map<String, byte[]> files =
                new Report(new TestSuffixes()).files(SampleCase.with(victims), List.of(Lang.JA, Lang.EN));

        assertThat(text(files, "report.ja.html")).contains("名乗られたブランドのドメインの連絡先のため不掲載");
        assertThat(text(files, "report.en.html")).contains("at a domain of the brand that the mail names");
        assertThat(text(files, "case.json")).contains("\"abuseContactLeftOut\"");
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }
}
