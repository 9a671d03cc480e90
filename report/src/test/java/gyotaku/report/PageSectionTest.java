package gyotaku.report;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Lang;
import gyotaku.model.Lookup;
import gyotaku.model.Why;
import gyotaku.model.fact.Landing;
import gyotaku.model.fact.Landing.Contrast;
import gyotaku.model.fact.Landing.Notice;
import gyotaku.model.fact.Landing.State;
import gyotaku.model.finding.Case;
import gyotaku.testkit.TestSuffixes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a reader is told of a visited page.
class PageSectionTest {

    private final Report report = new Report(new TestSuffixes());

    private static Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        for (State state : State.values()) {
            int status = state == State.HTTP_ERROR ? 404 : 0;
            cases.put(state.code(), SamplePages.with(bare(state, status, Optional.empty(), Optional.empty())));
        }
        for (Notice.Kind kind : Notice.Kind.values()) {
            Notice notice = new Notice(kind, "Example Host", "This page is " + kind.code());
            cases.put(kind.code(), SamplePages.with(bare(State.OK, 200, Optional.of(notice), Optional.empty())));
        }
        Contrast phone = new Contrast("iPhone Safari", State.FORM, 200, SamplePages.LOGIN, "ログイン", true);
        cases.put("cloaked", SamplePages.with(bare(State.HTTP_ERROR, 403, Optional.empty(), Optional.of(phone))));
        cases.put("invalid certificate", SamplePages.with(SamplePages.certified("self-signed certificate")));
        cases.put("login", SamplePages.phishing());
        for (Why.Reason reason : Why.Reason.values()) {
            cases.put("not asked " + reason, SamplePages.with(Lookup.notAsked(reason)));
        }
        cases.put("failed", SamplePages.with(SamplePages.failed(Why.Reason.UNREADABLE)));
        return cases;
    }

    private static Landing bare(State state, int status, Optional<Notice> notice, Optional<Contrast> other) {
        return SamplePages.bare(state, status, "", notice, other);
    }

    private String page(Case c, String name) {
        return new String(report.files(c, List.of(Lang.JA, Lang.EN)).get(name), StandardCharsets.UTF_8);
    }

    private static String words(String page) {
        String section = page.substring(page.indexOf("<section id=\"landing\""));
        return section.substring(0, section.indexOf("</section>"))
                .replaceAll("<sup>.*?</sup>", "")
                .replaceAll("</(p|h2|h3|tr|li|figcaption)>", "\n")
                .replaceAll("<[^>]*>", " ")
                .replaceAll(" *\n[ \n]*", "\n")
                .replaceAll(" +", " ");
    }

    @Test
    void everyStateReadsAsItDid() throws IOException {
        for (Lang lang : Lang.values()) {
            StringBuilder all = new StringBuilder();
            cases().forEach((name, c) -> all.append("== ")
                    .append(name)
                    .append('\n')
                    .append(words(page(c, "report." + lang.code() + ".html"))));
            Path golden = Path.of(
                    System.getProperty("project.root"),
                    "report/src/test/resources/golden/pages." + lang.code() + ".txt");
            if (!Files.exists(golden)) {
                Files.writeString(golden, all);
            }
            assertThat(all.toString()).isEqualTo(Files.readString(golden));
        }
    }

    @Test
    void aVisitedPageIsNoGapAndAnUnvisitedOneIs() {
        assertThat(overview(SamplePages.phishing())).contains("2026-02-20 07:05 UTC", "パスワード");
        assertThat(overview(SamplePages.with(Lookup.notAsked(Why.Reason.HAS_EFFECT))))
                .contains("リンク先のページ", "登録や解除")
                .doesNotContain("2026-02-20 07:05 UTC");
    }

    private String overview(Case c) {
        String page = page(c, "report.ja.html");
        return page.substring(page.indexOf("<section id=\"overview\""), page.indexOf("<nav"));
    }

    @Test
    void theAimCitesThePageThatAsks() {
        String page = page(SamplePages.phishing(), "report.ja.html");
        String purpose = page.substring(page.indexOf("<section id=\"purpose\""));
        assertThat(purpose.substring(0, purpose.indexOf("</section>")))
                .contains("リンク先のページは、", "会員番号・ログインID、パスワード、カード番号、カードのセキュリティコード");
    }

    @Test
    void picturesAreEmbeddedAndNothingIsLoaded() {
        String page = page(SamplePages.phishing(), "report.en.html");
        assertThat(page.split("<figure class=\"shot (desktop|phone)", -1)).hasSize(3);
        assertThat(page).contains("img-src data:;", "default-src 'none'").doesNotContain("src=\"http");
    }

    /// The lure's address names the recipient, so what it shows may as well.
    @Test
    void thePublicTwinShowsNoPictureThatMayNameTheRecipient() {
        String page = page(SamplePages.phishing(), "public.en.html");
        assertThat(page)
                .contains("left out of this edition")
                .doesNotContain("shot desktop\"", "shot phone\"", "shot desktop ", "shot phone ");
    }

    @Test
    void thePublicTwinMasksTheWholeWay() {
        for (String name : List.of("public.ja.html", "public.en.html")) {
            assertThat(page(SamplePages.phishing(), name))
                    .doesNotContain("ana-mileage", "collect.example", "collect[.]example", "aadkqlc", "dGFyby5");
        }
    }
}
