package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import gyotaku.dissect.Dissector;
import gyotaku.enrich.LiveEgress;
import gyotaku.model.Limits;
import gyotaku.model.RawMail;
import gyotaku.testkit.ClosedInternet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A case is looked at again when its sites are gone.
final class LaterLookTest {

    private static final Path SAMPLES =
            Path.of(System.getProperty("project.root")).resolve("samples");
    private static final Instant THEN = Instant.parse("2026-02-20T03:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-27T03:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Outcome.Analysed first(Settings settings) throws IOException {
        RawMail raw = RawMail.of(Files.readAllBytes(SAMPLES.resolve("card-issuer.eml")));
        try (LiveEgress live =
                new LiveEgress(settings.sources(), settings.limits(), Clock.fixed(THEN, ZoneOffset.UTC))) {
            return switch (new Engine(settings, new Dissector(Limits.standard())).analyse(raw, live, THEN)) {
                case Outcome.Analysed analysed -> analysed;
                case Outcome.NotMail(var why) -> fail(why.en());
            };
        }
    }

    private static LookFiles again(CaseFolder made, Outcome.Analysed first, Settings settings, Instant at)
            throws BrokenCase {
        try (LiveEgress live = new LiveEgress(settings.sources(), settings.limits(), Clock.fixed(at, ZoneOffset.UTC))) {
            return new Engine(settings, new Dissector(Limits.standard()))
                    .lookAgain(
                            made.recording(1), first.finished(), made.verify().last(), live, at)
                    .orElseThrow();
        }
    }

    @Test
    void whatIsGoneIsToldBesideWhatWasAndTheFirstStaysAsItIs() throws Exception {
        Outcome.Analysed first;
        try (ClosedInternet internet = ClosedInternet.start(SAMPLES.resolve("card-issuer.json"))) {
            first = first(SamplesTest.settings(internet, 4));
        }
        CaseFolder made = CaseFolder.write(folder.resolve("cases"), "case", first.files());
        Path look;
        Path next;
        try (ClosedInternet gone = ClosedInternet.of("{}")) {
            Settings settings = SamplesTest.settings(gone, 4);
            look = made.add(again(made, first, settings, LATER));
            LookFiles same = again(made, first, settings, LATER);
            assertThatThrownBy(() -> made.add(same)).isInstanceOf(BrokenCase.class);
            next = made.add(again(made, first, settings, LATER.plusSeconds(60)));
        }

        JsonNode page = JsonMapper.shared()
                .readTree(Files.readAllBytes(look.resolve("look.json")))
                .get("pages")
                .get(0);
        assertThat(page.at("/then/landing/state").asString()).isIn("ok", "form");
        assertThat(page.at("/now/landing/state").asString()).isNotIn("ok", "form", "not-asked");
        assertThat(page.at("/now/landing/at").asString()).isEqualTo(LATER.toString());
        assertThat(page.get("differences").toString()).contains("state").contains("addresses");
        assertThat(Files.readString(look.resolve("look.ja.html"))).contains("変化あり");
        assertThat(Files.readString(look.resolve("look.en.html")))
                .contains("changed")
                .doesNotContain("<script");
        Verified verified = made.verify();
        assertThat(verified.looks())
                .extracting(Verified.Look::path)
                .containsExactly("looks/20260227T030000Z", "looks/20260227T030100Z");
        assertThat(made.holds(first.files())).isTrue();
        assertReplays(made, first);
        assertEachChangeIsNamed(made, look, next);
    }

    private static void assertReplays(CaseFolder made, Outcome.Analysed first) throws BrokenCase {
        Recording recording = made.recording(2);
        assertThat(new Engine(recording.settings(), new Dissector(Limits.standard())).replay(recording))
                .isInstanceOfSatisfying(
                        Outcome.Analysed.class,
                        again -> assertThat(new TreeMap<>(again.files().contents()))
                                .containsExactlyInAnyOrderEntriesOf(
                                        first.files().contents()));
    }

    private void assertEachChangeIsNamed(CaseFolder made, Path look, Path next) throws Exception {
        try (Stream<Path> all = Files.walk(look)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] whole = Files.readAllBytes(file);
                byte[] changed = whole.clone();
                changed[whole.length / 2] ^= 1;
                Files.write(file, changed);
                assertThatThrownBy(made::verify)
                        .hasMessageStartingWith("looks/" + look.getFileName() + "/" + look.relativize(file));
                Files.write(file, whole);
            }
        }
        Files.move(look, folder.resolve("aside"));
        assertThatThrownBy(made::verify)
                .hasMessageStartingWith("looks/" + next.getFileName() + "/manifest.json does not go on from");
    }
}
