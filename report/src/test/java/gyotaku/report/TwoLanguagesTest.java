package gyotaku.report;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Lang;
import gyotaku.model.finding.Case;
import gyotaku.report.block.Chapter;
import gyotaku.report.block.Document;
import gyotaku.report.render.HtmlPage;
import gyotaku.report.section.Edition;
import gyotaku.testkit.TestSuffixes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Both reports hold the same numbers, dates, addresses and hashes.
class TwoLanguagesTest {

    /// Chapters that quote published sentences, whose dates are written as each language writes them.
    private static final Set<String> QUOTING = Set.of("trends", "purpose", "actions", "evidence");

    private static final Pattern FACT = Pattern.compile("[0-9a-f]{64}|[0-9][0-9.,:/-]*[0-9]|[0-9]");

    static Stream<Case> cases() {
        return Stream.of(SampleCase.airline(), SampleCase.offline(), SampleCase.benign(), SamplePages.phishing());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellTheSameFacts(Case c) {
        Document document = new Edition(new TestSuffixes()).of(c);
        for (Chapter chapter : document.chapters()) {
            if (!QUOTING.contains(chapter.anchor())) {
                Document one = new Document(
                        document.id(),
                        document.label(),
                        document.title(),
                        document.subtitle(),
                        List.of(chapter),
                        document.ledger());
                assertThat(facts(one, Lang.JA)).as(chapter.anchor()).isEqualTo(facts(one, Lang.EN));
            }
        }
    }

    private static Set<String> facts(Document document, Lang lang) {
        String page = new String(new HtmlPage().bytes(document, lang), StandardCharsets.UTF_8);
        String text = page.substring(page.indexOf("<main>"))
                .replaceAll("<svg.*?</svg>", " ")
                .replaceAll("<[^>]*>", "|")
                .replaceAll("&#[0-9]+;", "|");
        Set<String> facts = new TreeSet<>();
        Matcher matcher = FACT.matcher(text);
        while (matcher.find()) {
            facts.add(matcher.group());
        }
        return facts;
    }
}
