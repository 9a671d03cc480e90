package gyotaku.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import gyotaku.model.Lookup;
import gyotaku.model.Sha256;
import gyotaku.model.Why;
import gyotaku.model.fact.Landing.Contrast;
import gyotaku.model.fact.Landing.Notice;
import gyotaku.model.fact.Landing.State;
import gyotaku.model.finding.Case;
import gyotaku.testkit.TestSuffixes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What programs read of a visited page.
class PageFilesTest {

    private final Report report = new Report(new TestSuffixes());

    static Stream<Case> cases() {
        return Stream.concat(
                Stream.of(
                        SamplePages.phishing(),
                        SamplePages.with(SamplePages.failed(Why.Reason.UNREADABLE)),
                        SamplePages.with(Lookup.notAsked(Why.Reason.HAS_EFFECT)),
                        parked(),
                        cloaked()),
                Stream.of(State.values())
                        .map(state ->
                                SamplePages.with(SamplePages.bare(state, 0, "", Optional.empty(), Optional.empty()))));
    }

    private static Case parked() {
        Notice notice = new Notice(Notice.Kind.PARKED, "", "This domain is for sale");
        return SamplePages.with(SamplePages.bare(State.OK, 200, "For sale", Optional.of(notice), Optional.empty()));
    }

    private static Case cloaked() {
        Contrast phone = new Contrast("iPhone Safari", State.FORM, 200, "https://m.phish.example/login", "ログイン", true);
        return SamplePages.with(
                SamplePages.bare(State.HTTP_ERROR, 404, "Not Found", Optional.empty(), Optional.of(phone)));
    }

    private String file(Case c, String name) {
        return new String(report.files(c, List.of()).get(name), StandardCharsets.UTF_8);
    }

    private JsonNode json(Case c, String name) {
        return JsonMapper.shared().readTree(file(c, name));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void caseJsonFollowsItsSchema(Case c) throws IOException {
        String text = Files.readString(Path.of(System.getProperty("project.root"), "docs/case.schema.json"));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
        assertThat(schema.validate(file(c, "case.json"), InputFormat.JSON)).isEmpty();
    }

    @Test
    void caseJsonTellsThePage() {
        JsonNode landing = json(SamplePages.phishing(), "case.json").at("/links/1/landing");
        assertThat(landing.path("state").asString()).isEqualTo("form");
        assertThat(landing.path("status").asInt()).isEqualTo(200);
        assertThat(landing.at("/redirects/0/how").asString()).isEqualTo("http");
        assertThat(landing.at("/redirects/0/status").asInt()).isEqualTo(302);
        assertThat(landing.at("/redirects/1/status").isNull()).isTrue();
        assertThat(landing.at("/redirects/1/to").asString()).isEqualTo(SamplePages.LOGIN);
        assertThat(landing.at("/forms/0/fields/1/type").asString()).isEqualTo("password");
        assertThat(landing.path("screenshot").asString())
                .isEqualTo(
                        "evidence/screenshots/" + Sha256.of(SamplePages.DESKTOP).hex() + ".png");
        assertThat(landing.at("/tls/valid").asBoolean()).isTrue();
        assertThat(landing.at("/tls/fault").isNull()).isTrue();
        assertThat(landing.at("/tls/notBefore").asString()).isEqualTo("2026-02-19T01:00:00Z");
        assertThat(landing.path("at").asString()).isEqualTo("2026-02-20T07:05:12Z");
        assertThat(landing.path("means").asString()).isEqualTo("browser");
    }

    @Test
    void whoWasNotVisitedHasAReasonAndNothingElse() {
        JsonNode landing = json(SamplePages.with(Lookup.notAsked(Why.Reason.HAS_EFFECT)), "case.json")
                .at("/links/1/landing");
        assertThat(landing.path("state").asString()).isEqualTo("not-asked");
        assertThat(landing.path("why").asString()).isEqualTo("has-effect");
        List.of("status", "title", "screenshot", "tls", "at", "notice", "url")
                .forEach(field -> assertThat(landing.path(field).isNull()).isTrue());
        assertThat(landing.path("forms").isEmpty()).isTrue();
    }

    @Test
    void theWayIsNamedWithHowItWasFound() {
        String csv = file(SamplePages.phishing(), "indicators.csv");
        assertThat(csv.lines())
                .anyMatch(line -> line.startsWith("url," + SamplePages.LOGIN)
                        && line.contains(",redirects-to,https://track.aadkqlc.cn/go"))
                .anyMatch(line -> line.startsWith("url,https://collect.example/in.php")
                        && line.endsWith(",posts-to," + SamplePages.LOGIN))
                .anyMatch(line -> line.startsWith("domain,collect.example,"))
                .anyMatch(line -> line.startsWith("x509-fingerprint-sha256,"
                        + SamplePages.hash("certificate").hex()));
    }

    @Test
    void relationsLeadFromOneObservableToAnother() {
        JsonNode bundle = json(SamplePages.phishing(), "stix.json");
        List<String> ids = new ArrayList<>();
        bundle.path("objects").forEach(object -> ids.add(object.path("id").asString()));
        assertThat(ids).doesNotHaveDuplicates();
        List<JsonNode> relations = bundle.path("objects")
                .valueStream()
                .filter(object -> object.path("type").asString().equals("relationship"))
                .toList();
        assertThat(relations)
                .extracting(it -> it.path("relationship_type").asString())
                .containsExactlyInAnyOrder(
                        "redirects-to",
                        "redirects-to",
                        "posts-to",
                        "has-certificate",
                        "has-favicon",
                        "contains",
                        "contains");
        assertThat(relations)
                .allSatisfy(it -> assertThat(ids)
                        .contains(
                                it.path("source_ref").asString(),
                                it.path("target_ref").asString()));
    }

    @Test
    void aPictureThatMayBeTheBrandsIsALeadAndBlocksNothing() {
        String favicon = SamplePages.hash("favicon").hex();
        JsonNode attribute = json(SamplePages.phishing(), "misp.json")
                .at("/Event/Attribute")
                .valueStream()
                .filter(it -> it.path("value").asString().equals(favicon))
                .findFirst()
                .orElseThrow();
        assertThat(attribute.path("to_ids").asBoolean()).isFalse();
        assertThat(json(SamplePages.phishing(), "stix.json").path("objects").valueStream())
                .noneMatch(it -> it.path("pattern").asString("").contains(favicon));
    }

    /// What a lure sends analysts to, and who took the site down, did nothing.
    @Test
    void nobodyGenuineIsAccused() {
        for (String away : List.of("https://www.ana.co.jp/", "https://www.google.com/", "https://example.co.jp/")) {
            String csv = file(SamplePages.with(SamplePages.sentTo(away)), "indicators.csv");
            assertThat(csv).contains("track.aadkqlc.cn").doesNotContain(away);
        }
        String parked = file(parked(), "indicators.csv");
        assertThat(parked).doesNotContain(SamplePages.hash("favicon").hex(), "posts-to");
        assertThat(file(SamplePages.with(SamplePages.shared()), "indicators.csv"))
                .doesNotContain("x509-fingerprint-sha256");
    }
}
