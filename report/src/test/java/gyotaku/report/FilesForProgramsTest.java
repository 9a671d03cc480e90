package gyotaku.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import gyotaku.model.finding.Case;
import gyotaku.model.mail.Prints;
import gyotaku.testkit.TestSuffixes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FilesForProgramsTest {

    private final Report report = new Report(new TestSuffixes());

    static Stream<Case> cases() {
        return Stream.of(SampleCase.airline(), SampleCase.offline(), SampleCase.benign());
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
    void caseJsonTellsWhatOthersRelyOn() {
        JsonNode c = json(SampleCase.airline(), "case.json");
        assertThat(c.at("/schema").asString()).isEqualTo("gyotaku-case/1");
        assertThat(c.at("/sample/receivedAt").asString()).isEqualTo("2026-02-20T06:22:40Z");
        assertThat(c.at("/sender/ip").asString()).isEqualTo("101.47.76.36");
        assertThat(c.at("/sender/helo").asString()).isEqualTo("kmnkw.cn");
        assertThat(c.at("/sender/country").asString()).isEqualTo("CN");
        assertThat(c.at("/links/1/domain/registeredAt").asString()).isEqualTo("2026-02-18T02:12:00Z");
        assertThat(c.at("/links/1/domain/ageAtReceipt").asString()).isEqualTo("P2DT4H10M40S");
        assertThat(c.at("/links/1/landing/state").asString()).isEqualTo("not-asked");
        assertThat(c.at("/attachments/0").has("otherNames")).isFalse();
        assertThat(c.at("/attachments/1/otherNames/0").asString()).isEqualTo("請求書.pdf");
        assertThat(c.at("/route/hops/1/delaySeconds").asLong()).isEqualTo(5);
        assertThat(c.at("/auth/claimed/spf/by").asString()).isEqualTo("mx.example.co.jp");
        assertThat(c.at("/verdict/class").asString()).isEqualTo("phishing");
        assertThat(json(SampleCase.benign(), "case.json").at("/brand").isNull()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyCitedEvidenceExists(Case c) {
        JsonNode root = json(c, "case.json");
        List<String> ids = new ArrayList<>();
        root.path("evidence").forEach(entry -> ids.add(entry.path("id").asString()));
        assertThat(ids).doesNotHaveDuplicates();
        root.path("findings").forEach(finding -> {
            assertThat(finding.path("evidence").size()).isPositive();
            finding.path("evidence").forEach(id -> assertThat(ids).contains(id.asString()));
        });
    }

    @Test
    void indicatorsNameTheLureAndNotTheBrand() {
        String csv = file(SampleCase.airline(), "indicators.csv");
        assertThat(csv)
                .contains("101.47.76.36", "branchiish.aadkqlc.cn", "reportqsevxnk@kmnkw.cn")
                .doesNotContain("ana.co.jp");
        assertThat(file(SampleCase.airline(), "stix.json")).doesNotContain("ana.co.jp");
        assertThat(file(SampleCase.airline(), "misp.json")).doesNotContain("ana.co.jp");
        assertThat(file(SampleCase.benign(), "indicators.csv").lines()).hasSize(1);
        assertThat(json(SampleCase.benign(), "stix.json").path("objects").size())
                .isEqualTo(2);
    }

    @Test
    void stixIdsAreUniqueAndReferencesLead() {
        JsonNode bundle = json(SampleCase.airline(), "stix.json");
        List<String> ids = new ArrayList<>();
        bundle.path("objects").forEach(object -> ids.add(object.path("id").asString()));
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids)
                .allMatch(id ->
                        id.matches("[a-z0-9-]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        bundle.path("objects")
                .forEach(object -> object.path("object_refs")
                        .forEach(ref -> assertThat(ids).contains(ref.asString())));
    }

    @Test
    void aFileThatAFindingAccusesIsAnIndicatorByAllItsHashes() {
        Case c = SampleCase.airline();
        Prints archive = c.mail().attachments().getFirst().prints();
        Prints workbook =
                c.mail().attachments().getFirst().opened().files().get(1).prints();
        Prints picture = c.mail()
                .attachments()
                .getFirst()
                .opened()
                .files()
                .get(1)
                .opened()
                .files()
                .getFirst()
                .prints();

        JsonNode bundle = json(c, "stix.json").get("objects");
        JsonNode file = bundle.valueStream()
                .filter(it -> it.at("/hashes/SHA-256")
                        .asString("")
                        .equals(archive.sha256().hex()))
                .findFirst()
                .orElseThrow();
        assertThat(file.at("/hashes/MD5").asString()).isEqualTo(archive.md5());
        assertThat(file.at("/hashes/SSDEEP").asString()).isEqualTo(archive.ssdeep());
        assertThat(file.at("/size").asLong()).isEqualTo(5_000);
        assertThat(bundle.valueStream()
                        .filter(it -> it.path("relationship_type").asString("").equals("contains"))
                        .count())
                .isEqualTo(2);

        JsonNode object = json(c, "misp.json").at("/Event/Object/0");
        assertThat(object.at("/name").asString()).isEqualTo("file");
        assertThat(object.get("Attribute")
                        .valueStream()
                        .map(it -> it.get("type").asString() + " "
                                + it.get("value").asString()))
                .contains("sha256 " + object.at("/Attribute/1/value").asString())
                .hasSize(4);

        assertThat(file(c, "indicators.csv"))
                .contains("sha256," + workbook.sha256(), "md5," + workbook.md5(), "ssdeep," + archive.ssdeep())
                .doesNotContain(picture.sha256().hex())
                .doesNotContain(c.mail().attachments().get(1).sha256().hex());
    }
}
