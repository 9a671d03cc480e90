package gyotaku.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gyotaku.model.Evidence;
import gyotaku.model.Lang;
import gyotaku.model.finding.Case;
import gyotaku.report.block.Chapter;
import gyotaku.report.block.Document;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Ledger;
import gyotaku.report.block.Rewriting;
import gyotaku.report.block.Statement;
import gyotaku.report.render.HtmlPage;
import gyotaku.report.section.Edition;
import gyotaku.testkit.TestSuffixes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Evidence or silence.
class EvidenceTest {

    private final Edition edition = new Edition(new TestSuffixes());

    static Stream<Case> cases() {
        return Stream.of(SampleCase.airline(), SampleCase.offline(), SampleCase.benign(), SamplePages.phishing());
    }

    @Test
    void aSentenceWithoutEvidenceCannotBeBuilt() {
        assertThatThrownBy(() -> Statement.say(List.of(), Inline.words("事実", "a fact")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sentencesGoWithTheirEvidenceAndTheRestStays(Case c) {
        Document whole = edition.of(c);
        for (Evidence gone : whole.ledger().entries()) {
            Document left = whole.without(gone);
            assertThat(cited(left)).doesNotContain(gone);
            String page = new String(new HtmlPage().bytes(left, Lang.JA), StandardCharsets.UTF_8);
            String id = whole.ledger().id(gone).toLowerCase(Locale.ROOT);
            assertThat(page).doesNotContain("href=\"#" + id + "\"").endsWith("</main></body></html>\n");
            assertThat(statements(left)).isEqualTo(statements(whole) - resting(whole, gone));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyReferenceLeadsToItsEvidence(Case c) {
        Document document = edition.of(c);
        String page = new String(new HtmlPage().bytes(document, Lang.EN), StandardCharsets.UTF_8);
        assertThat(document.ledger().entries()).isNotEmpty();
        for (int i = 1; i <= document.ledger().entries().size(); i++) {
            assertThat(page).contains("id=\"e" + i + "\"");
        }
        assertThat(page)
                .doesNotContain("href=\"#e" + (document.ledger().entries().size() + 1) + "\"");
    }

    @Test
    void numbersFollowThePlaceInTheSampleThenAnswersThenKnowledge() {
        List<Evidence> entries = edition.of(SampleCase.airline()).ledger().entries();
        List<String> kinds = entries.stream()
                .map(entry -> entry.getClass().getSimpleName())
                .distinct()
                .toList();
        assertThat(kinds).containsExactly("InSample", "Answered", "Known");
        List<Evidence> shuffled = new ArrayList<>(entries);
        Collections.reverse(shuffled);
        assertThat(Ledger.of(shuffled).entries()).isEqualTo(entries);
    }

    @Test
    void sectionsHaveTheirOwnOrderAndAnchor() {
        assertThat(edition.sections()).hasSizeGreaterThanOrEqualTo(15);
        assertThat(edition.sections().stream().map(section -> section.order())).doesNotHaveDuplicates();
        assertThat(edition.sections().stream().map(section -> section.anchor())).doesNotHaveDuplicates();
        assertThat(edition.of(SampleCase.airline()).chapters().stream().map(Chapter::anchor))
                .containsExactly(
                        "overview",
                        "time",
                        "trends",
                        "subject",
                        "sender",
                        "received",
                        "letter",
                        "purpose",
                        "design",
                        "route",
                        "auth",
                        "links",
                        "landing",
                        "attachments",
                        "actions",
                        "sent",
                        "conclusion",
                        "evidence");
    }

    private static List<Evidence> cited(Document document) {
        List<Evidence> all = new ArrayList<>();
        walk(document, all::addAll);
        return all;
    }

    private static int statements(Document document) {
        int[] count = {0};
        walk(document, evidence -> count[0] += evidence.isEmpty() ? 0 : 1);
        return count[0];
    }

    private static int resting(Document document, Evidence on) {
        int[] count = {0};
        walk(document, evidence -> count[0] += evidence.contains(on) ? 1 : 0);
        return count[0];
    }

    private static void walk(Document document, Consumer<List<Evidence>> seen) {
        Document walked = new Rewriting(leaf -> leaf, evidence -> {
                    seen.accept(evidence);
                    return true;
                })
                .of(document);
        assertThat(walked.chapters()).isNotEmpty();
    }
}
