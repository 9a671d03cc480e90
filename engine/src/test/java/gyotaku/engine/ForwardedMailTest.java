package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import gyotaku.dissect.Dissector;
import gyotaku.enrich.LiveEgress;
import gyotaku.model.Limits;
import gyotaku.model.RawMail;
import gyotaku.testkit.ClosedInternet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A forwarder's ARC seal explains failures only when the operator trusts the forwarder.
final class ForwardedMailTest {

    private static final Path SAMPLE =
            Path.of(System.getProperty("project.root")).resolve("samples");
    private static final Instant NOW = Instant.parse("2026-08-31T02:00:00Z");

    @Test
    void aTrustedForwarderExplainsTheFailure() throws IOException {
        Map<String, byte[]> trusted = analysed(List.of("alumni.example.ac.jp"));

        assertThat(report(trusted, "ja"))
                .contains("信頼するよう設定された中継者 alumni.example.ac.jp が、受け取った時点で SPF・DKIM・DMARC の合格を確認し")
                .contains("不合格は転送のためと説明できます")
                .doesNotContain("信頼する設定がないため");
        assertThat(report(trusted, "en"))
                .contains("alumni.example.ac.jp, a forwarder that is trusted by configuration, found on arrival")
                .contains("SPF, DKIM, DMARC passed")
                .contains("the failure is explained by forwarding")
                .doesNotContain("It is not trusted by configuration");
        assertThat(found(trusted).at("/auth/arc/sealers/0/trusted").asBoolean()).isTrue();
        assertThat(found(trusted).at("/auth/dmarc/result").asString()).isEqualTo("fail");
    }

    @Test
    void trustInTheForwarderNeverMakesTheVerdictWorse() throws IOException {
        JsonNode trusted = found(analysed(List.of("alumni.example.ac.jp")));
        JsonNode untrusted = found(analysed(List.of()));

        assertThat(trusted.at("/verdict/score").asDouble())
                .isLessThanOrEqualTo(untrusted.at("/verdict/score").asDouble());
    }

    @Test
    void trustInSomebodyElseExplainsNothing() throws IOException {
        assertThat(report(analysed(List.of("example.ac.jp", "satoyama-kyodoshi.jp")), "ja"))
                .contains("alumni.example.ac.jp を信頼する設定がないため")
                .doesNotContain("不合格は転送のためと説明できます");
    }

    private static Map<String, byte[]> analysed(List<String> sealers) throws IOException {
        RawMail raw = RawMail.of(Files.readAllBytes(SAMPLE.resolve("forwarded-by-school.eml")));
        try (ClosedInternet internet = ClosedInternet.start(SAMPLE.resolve("forwarded-by-school.json"))) {
            Settings plain = SamplesTest.settings(internet, 8);
            Settings settings = new Settings(
                    plain.sources(), plain.trustHosts(), sealers, plain.languages(), plain.limits(), plain.threads());
            try (LiveEgress live =
                    new LiveEgress(settings.sources(), settings.limits(), Clock.fixed(NOW, ZoneOffset.UTC))) {
                return switch (new Engine(settings, new Dissector(Limits.standard())).analyse(raw, live, NOW)) {
                    case Outcome.Analysed analysed -> analysed.files().contents();
                    case Outcome.NotMail(var why) -> fail(why.en());
                };
            }
        }
    }

    private static JsonNode found(Map<String, byte[]> files) {
        return JsonMapper.shared().readTree(files.get("case.json"));
    }

    private static String report(Map<String, byte[]> files, String language) {
        return ExpectedCase.text(new String(files.get("report." + language + ".html"), StandardCharsets.UTF_8));
    }
}
