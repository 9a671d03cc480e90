package gyotaku.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.analyse.wording.Wording;
import gyotaku.model.fact.Facts;
import gyotaku.model.finding.CheckFailure;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExaminationTest {

    @Detector(id = "own-address-as-sender", family = Family.SENDER, severity = Finding.Severity.HIGH)
    static final class Breaking implements Check {
        @Override
        public Stream<Finding> examine(Subject subject) {
            throw new IllegalStateException("cannot read " + subject.mail().subject());
        }
    }

    @Test
    void aFailureSaysWhereItAroseAndNothingOfTheMail() {
        Subject subject = new Subject(
                MailOf.from("taro@example.jp", "to taro@example.jp", "").mail(),
                Facts.none(Instant.EPOCH),
                MailOf.unknown(),
                Optional.empty(),
                Wording.of(MailOf.from("taro@example.jp", "", "").mail()),
                MailOf.SUFFIXES);
        List<CheckFailure> failures = new Examination(List.of(new Breaking()), Weights.bundled())
                .examine(subject)
                .failures();
        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure.problem())
                        .startsWith("java.lang.IllegalStateException at " + Breaking.class.getName() + ".examine:")
                        .doesNotContain("taro"));
    }
}
