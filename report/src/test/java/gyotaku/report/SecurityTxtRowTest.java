package gyotaku.report;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Evidence;
import gyotaku.model.Lang;
import gyotaku.model.Lookup;
import gyotaku.model.Trust;
import gyotaku.model.fact.Facts;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.fact.SecurityTxt;
import gyotaku.model.finding.Case;
import gyotaku.testkit.TestSuffixes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Whom the site itself names stands beside the visit, as its own claim.
class SecurityTxtRowTest {

    private static final Evidence ASKED = new Evidence.Answered(
            "security-txt",
            "aadkqlc.cn",
            Instant.parse("2026-02-20T07:05:00Z"),
            SamplePages.hash("security.txt"),
            "Contact: mailto:report@site.example",
            Trust.VERIFIED);

    private static Map<String, byte[]> files(Lookup<SecurityTxt> named) {
        Case c = SamplePages.phishing();
        TreeMap<String, LinkFacts> links = new TreeMap<>(c.facts().links());
        links.replaceAll((_, old) -> new LinkFacts(
                old.addresses(), old.domain(), old.registration(), old.reputation(), old.landing(), named));
        Facts old = c.facts();
        Facts facts = new Facts(old.at(), old.offline(), old.ips(), old.domains(), links, old.bimi());
        return new Report(new TestSuffixes())
                .files(
                        new Case(
                                c.sample(), c.size(), c.mail(), facts, c.analysis(), c.lookups(), c.left(), c.stored()),
                        List.of(Lang.JA, Lang.EN));
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static JsonNode inCase(Map<String, byte[]> files) {
        return new ObjectMapper()
                .readTree(files.get("case.json"))
                .path("links")
                .valueStream()
                .map(link -> link.path("landing"))
                .filter(landing -> landing.has("securityTxt"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatTheSiteNamesIsShownDefangedWithItsEvidence() {
        Map<String, byte[]> files = files(new Lookup.Found<>(
                new SecurityTxt(
                        List.of("mailto:report@site.example", "https://site.example/report", "mailto:desk@ana.co.jp"),
                        Optional.of(Instant.parse("2027-01-01T00:00:00Z"))),
                ASKED));

        assertThat(text(files, "report.ja.html"))
                .contains("連絡先（security.txt）", "hxxps://site[.]example/report", "サイトの自己申告", "名乗られたブランドのドメインの連絡先のため不掲載")
                .doesNotContain("desk@ana.co.jp");
        assertThat(text(files, "report.en.html")).contains("security.txt)", "claimed by the site");
        assertThat(inCase(files).at("/securityTxt/contacts").valueStream().map(JsonNode::asString))
                .containsExactly("mailto:report@site.example", "https://site.example/report");
        assertThat(inCase(files).at("/securityTxt/expires").asString()).isEqualTo("2027-01-01T00:00:00Z");
        assertThat(text(files, "case.json")).contains("\"security-txt\"");
    }

    @Test
    void aSiteThatNamesNobodyHasNoRow() {
        Map<String, byte[]> files = files(new Lookup.NotListed<>(ASKED));

        assertThat(text(files, "report.ja.html")).doesNotContain("連絡先（security.txt）");
        assertThat(inCase(files).path("securityTxt").isNull()).isTrue();
    }
}
