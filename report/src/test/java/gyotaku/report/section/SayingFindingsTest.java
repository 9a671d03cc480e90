package gyotaku.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.finding.Finding.Polarity;
import gyotaku.model.finding.Finding.Severity;
import gyotaku.model.finding.Verdict;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SayingFindingsTest {

    private static final String FREE_OF_SUSPICION = "不審な点は見つかりませんでした。";

    @Test
    void aFactThatTwoDetectorsSawIsToldOnce() {
        assertThat(told("brand-genuine", "links-of-sender", "links-match-sender"))
                .containsExactly("brand-genuine", "links-of-sender");
        assertThat(told("brand-impersonation", "brand-look-alike-host", "brand-link-elsewhere", "links-to-strangers"))
                .containsExactly("brand-impersonation", "brand-look-alike-host");
        assertThat(told("links-match-sender")).containsExactly("links-match-sender");
        assertThat(told("spf-aligned", "links-to-strangers")).containsExactly("spf-aligned", "links-to-strangers");
    }

    @Test
    void whereDoubtIsLeftOrSomethingWasSeenTheReportDoesNotSayThatNothingWas() {
        List<Finding> lure = List.of(finding("lure-deadline"));

        assertThat(said(0.05, List.of())).isEqualTo(FREE_OF_SUSPICION);
        assertThat(said(0.35, List.of())).isNotEqualTo(FREE_OF_SUSPICION);
        assertThat(said(0.05, lure)).isNotEqualTo(FREE_OF_SUSPICION);
    }

    private static String said(double score, List<Finding> against) {
        Verdict benign = new Verdict(Verdict.Kind.BENIGN, Verdict.Level.NONE, score, List.of(), List.of());
        return VerdictWords.sentence(benign, against).ja();
    }

    private static List<String> told(String... rules) {
        return OncePerFact.of(
                        List.of(rules).stream().map(SayingFindingsTest::finding).toList())
                .stream()
                .map(Finding::rule)
                .toList();
    }

    private static Finding finding(String rule) {
        return new Finding(
                rule,
                Family.LINK,
                Polarity.FOR,
                Severity.LOW,
                1,
                Text.same(rule),
                List.of(new Evidence.Known("brands/ana", "https://www.ana.co.jp/", LocalDate.of(2026, 1, 1), "ana")));
    }
}
