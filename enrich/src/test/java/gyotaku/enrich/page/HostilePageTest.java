package gyotaku.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.enrich.CaptureSettings;
import gyotaku.enrich.Reading;
import gyotaku.enrich.egress.Guard;
import gyotaku.enrich.egress.HostPort;
import gyotaku.model.IpAddress;
import gyotaku.model.fact.Landing;
import gyotaku.model.fact.Landing.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// However a server misbehaves, the visit ends in its time with a state.
final class HostilePageTest {

    /// What closing down may take beyond the time of a visit, on a busy machine.
    private static final Duration GRACE = Duration.ofSeconds(6);

    private static Landing visited(HostileSite.Fault fault, Optional<Path> browser, Duration time) throws IOException {
        try (HostileSite site = new HostileSite(fault)) {
            CaptureSettings settings =
                    new CaptureSettings(true, browser, Optional.of(new HostPort("127.0.0.1", site.proxyPort())), time);
            Guard guard =
                    new Guard(_ -> List.of(IpAddress.parse("93.184.216.34").orElseThrow()));
            long begun = System.nanoTime();
            byte[] recorded = new PageLook(settings, guard, time, new ConcurrentHashMap<>())
                    .visit("http://lure.example-h.com/")
                    .bytes();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(time.plus(GRACE));
            assertThat(recorded.length).isLessThan(200_000);
            if (PageReading.read(recorded) instanceof Reading.Says<Landing>(Landing page, var _)) {
                return page;
            }
            throw new AssertionError("no landing");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HANG, TIMEOUT, ''",
        "DRIP, OK, time",
        "DRIPPING_HEAD, TIMEOUT, ''",
        "FLOOD, OK, bytes",
        "ENDLESS_REDIRECTS, REFUSED, redirects",
        "GZIP_BOMB, OK, bytes",
        "WRONG_LENGTH, OK, ''",
        "GARBAGE, REFUSED, ''",
        "CLOSED, REFUSED, ''"
    })
    void aPlainFetchEndsInTime(HostileSite.Fault fault, State state, String cut) throws IOException {
        Landing page = visited(fault, Optional.of(Path.of("/nowhere/chromium")), Duration.ofSeconds(4));

        assertThat(page.state()).isEqualTo(state);
        assertThat(String.join(",", page.cut())).isEqualTo(cut);
        if (state == State.OK) {
            assertThat(page.title()).isEqualTo("hostile");
        }
    }

    @ParameterizedTest
    @CsvSource({"HANG, TIMEOUT", "FLOOD, OK", "ENDLESS_REDIRECTS, REFUSED", "WRONG_LENGTH, OK", "ENDLESS_SCRIPT, OK"})
    void aBrowserEndsInTime(HostileSite.Fault fault, State state) throws IOException {
        Landing page = visited(fault, Optional.empty(), Duration.ofSeconds(10));

        assertThat(page.state()).isEqualTo(state);
        assertThat(page.means()).isEqualTo(Landing.Means.BROWSER);
    }
}
