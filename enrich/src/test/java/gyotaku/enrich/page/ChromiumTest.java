package gyotaku.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.fact.Landing;
import gyotaku.testkit.ClosedInternet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChromiumTest {

    private static final String INTERNET = """
            {"dns": {"quiet.example-l.com": {"A": "93.184.216.20"}},
             "web": {"quiet.example-l.com": {"*": {"body": "<title>Quiet</title>only words"}}}}
            """;

    @TempDir
    private Path folder;

    private static Visits visits(ClosedInternet internet, Optional<Path> browser) {
        return new Visits(internet, browser, Duration.ofSeconds(30));
    }

    @Test
    void theBrowserAsksForNothingOfItsOwn() {
        try (ClosedInternet internet = ClosedInternet.of(INTERNET);
                Visits visits = visits(internet, Optional.empty())) {
            assertThat(visits.to("https://quiet.example-l.com/").means()).isEqualTo(Landing.Means.BROWSER);
            assertThat(internet.requests()).isNotEmpty().allMatch(line -> line.contains("quiet.example-l.com"));
        }
    }

    @Test
    void aBrowserWithoutItsSandboxIsNotUsed() throws IOException {
        Path chromium = Chromium.find(Optional.empty()).orElseThrow();
        assertThat(plainlyBy("exec " + chromium + " --no-sandbox \"$@\"")).isEqualTo("browser");
    }

    @Test
    void aBrowserThatDoesNotStartIsNotUsed() throws IOException {
        assertThat(plainlyBy("exit 1")).isEqualTo("browser");
    }

    /// @return what was cut
    private String plainlyBy(String script) throws IOException {
        Path wrapper = Files.writeString(folder.resolve("wrapper"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(wrapper, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (ClosedInternet internet = ClosedInternet.of(INTERNET);
                Visits visits = visits(internet, Optional.of(wrapper))) {
            Landing page = visits.to("https://quiet.example-l.com/");

            assertThat(page.means()).isEqualTo(Landing.Means.PLAIN);
            assertThat(page.title()).isEqualTo("Quiet");
            Leftovers.none();
            return String.join(" ", page.cut());
        }
    }
}
