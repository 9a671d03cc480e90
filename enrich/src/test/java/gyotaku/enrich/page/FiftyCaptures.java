package gyotaku.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.fact.Landing;
import gyotaku.testkit.ClosedInternet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Fifty visits in a row: what a long-running service leaves behind. Run by `bench/fifty-captures.sh` and `./test
/// --all`.
final class FiftyCaptures {

    private static final Duration MOST = Duration.ofSeconds(30);

    private static final String INTERNET = """
            {"dns": {"login.example-c.com": {"A": "93.184.216.12"}},
             "web": {"login.example-c.com": {"*": {"body": "<title>Login</title><form method=post><input type=password name=pw></form>"}}}}
            """;

    @Test
    void leaveNoProcessAndNoFolderAndAskNobodyElse() {
        List<Long> millis = new ArrayList<>();
        try (ClosedInternet internet = ClosedInternet.of(INTERNET)) {
            for (int i = 0; i < 50; i++) {
                millis.add(millisOf(internet, "https://login.example-c.com/" + i));
            }
            assertThat(internet.requests()).allMatch(line -> line.contains("login.example-c.com"));
        }
        List<Long> sorted = millis.stream().sorted().toList();
        System.out.println("50 captures: median " + sorted.get(25) + " ms, slowest " + sorted.get(49) + " ms");
        assertThat(sorted.get(49)).isLessThan(MOST.toMillis());
        assertThat(browsers()).isEmpty();
        assertThat(profiles()).isEmpty();
    }

    /// One mail's visit.
    private static long millisOf(ClosedInternet internet, String url) {
        try (Visits visits = new Visits(internet, Optional.empty(), MOST)) {
            long start = System.nanoTime();
            Landing page = visits.to(url);
            long millis = (System.nanoTime() - start) / 1_000_000;
            assertThat(page.state()).isEqualTo(Landing.State.FORM);
            assertThat(page.means()).isEqualTo(Landing.Means.BROWSER);
            assertThat(page.desktop()).isPresent();
            return millis;
        }
    }

    private static List<String> browsers() {
        return ProcessHandle.current()
                .descendants()
                .flatMap(process -> process.info().command().stream())
                .filter(command -> command.contains("chrom"))
                .toList();
    }

    private static List<String> profiles() {
        String[] names = Path.of(System.getProperty("java.io.tmpdir")).toFile().list();
        return Stream.of(names == null ? new String[0] : names)
                .filter(name -> name.startsWith(
                        "gyotaku-browser-" + ProcessHandle.current().pid() + "-"))
                .toList();
    }
}
