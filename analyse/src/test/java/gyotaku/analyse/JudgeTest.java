package gyotaku.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.ByteSpan;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.finding.Finding.Polarity;
import gyotaku.model.finding.Purpose;
import gyotaku.model.finding.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JudgeTest {

    private static final Judge JUDGE = new Judge(Weights.bundled());
    private static final List<Family> FAMILIES = List.of(Family.values());
    private static final Evidence SEEN = new Evidence.InSample("text", new ByteSpan(0, 1), "x", Trust.CLAIMED);

    private static Finding finding(String rule, Family family, Polarity polarity, double weight) {
        return new Finding(rule, family, polarity, Finding.Severity.LOW, weight, Text.of("見た", "seen"), List.of(SEEN));
    }

    private static Verdict weigh(List<Finding> findings) {
        return JUDGE.weigh(findings, false, Purpose.Kind.CREDENTIALS);
    }

    @Test
    void aMailWithoutFindingsIsBenignAndRestsOnNothing() {
        Verdict verdict = weigh(List.of());
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.BENIGN);
        assertThat(verdict.because()).isEmpty();
        assertThat(verdict.without()).isEmpty();
    }

    @Test
    void oneFamilyAloneCountsNoMoreThanItsCap() {
        List<Finding> route = IntStream.range(0, 40)
                .mapToObj(n -> finding("r" + n, Family.ROUTE, Polarity.FOR, 1))
                .toList();
        assertThat(weigh(route).score()).isLessThan(Weights.bundled().malicious());
    }

    @Test
    void aRuleCountsOnce() {
        Finding once = finding("a", Family.LINK, Polarity.FOR, 1);
        assertThat(weigh(List.of(once, once, once)).score())
                .isEqualTo(weigh(List.of(once)).score());
    }

    static List<List<Finding>> seeded() {
        List<List<Finding>> all = new ArrayList<>();
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            all.add(IntStream.range(0, random.nextInt(14))
                    .mapToObj(n -> finding(
                            "r" + n,
                            FAMILIES.get(random.nextInt(FAMILIES.size())),
                            random.nextInt(4) == 0 ? Polarity.AGAINST : Polarity.FOR,
                            random.nextInt(30) / 10.0))
                    .toList());
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("seeded")
    void takingAwayWhatItNamesReallyChangesTheClass(List<Finding> findings) {
        Verdict verdict = weigh(findings);
        List<Finding> left = new ArrayList<>(findings);
        left.removeAll(verdict.without());
        if (!verdict.without().isEmpty()) {
            assertThat(weigh(left).kind()).isNotEqualTo(verdict.kind());
        }
        assertThat(verdict.because()).hasSizeLessThanOrEqualTo(6);
        assertThat(verdict.score()).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @MethodSource("seeded")
    void noSmallerSetChangesTheClass(List<Finding> findings) {
        Verdict verdict = weigh(findings);
        if (verdict.without().size() == 2 || verdict.without().isEmpty()) {
            for (Finding one : findings) {
                List<Finding> left = new ArrayList<>(findings);
                left.remove(one);
                assertThat(weigh(left).kind()).isEqualTo(verdict.kind());
            }
        }
    }

    @Test
    void counterEvidenceNeverRaisesTheScore() {
        Finding bad = finding("a", Family.LINK, Polarity.FOR, 2);
        Finding good = finding("b", Family.AUTHENTICATION, Polarity.AGAINST, 0.5);
        assertThat(weigh(List.of(bad, good)).score())
                .isLessThan(weigh(List.of(bad)).score());
    }
}
