package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Evidence;
import gyotaku.model.finding.Purpose;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The forms of an accused page tell the aim, whatever the words let expect.
class PagePurposeTest {

    @ParameterizedTest
    @CsvSource({
        "page-asks-for-secret/speaks-card, CARD, true",
        "page-asks-for-secret/speaks-password, CREDENTIALS, true",
        "page-form-elsewhere/speaks-collecting-point, CREDENTIALS, true",
        "page-asks-for-secret/silent-newsletter-form, CREDENTIALS, false",
        "page-asks-for-secret/silent-no-brand, NONE, false",
    })
    void isReadFromThePage(String sample, Purpose.Kind kind, boolean byPage) throws IOException {
        Purpose purpose = Judged.sample(sample).purpose();
        assertThat(purpose.kind()).isEqualTo(kind);
        assertThat(purpose.evidence().stream()
                        .anyMatch(it -> it instanceof Evidence.Answered answered
                                && answered.source().equals("page")))
                .isEqualTo(byPage);
    }
}
