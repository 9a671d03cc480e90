package gyotaku.parse.link;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.mail.Link;
import gyotaku.testkit.Suites;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables and pages of other projects, read where they lie.
class SuiteTest {

    /// Hosts that are no hosts for a browser: nothing to connect to, so no link.
    private static final Set<String> NO_HOST = Set.of(
            "http://#",
            "http://##",
            "http://##/",
            "http://.",
            "http://..",
            "http://../",
            "http://?",
            "http://??",
            "http://??/",
            "http://356.354.165.654",
            "http://1.1.1.1.1",
            "http://[fe80::1ff:fe23:4567:890a%25eth0]/6️⃣");

    /// Found without its last character: Japanese text goes on without a blank, and a closing `?` asks.
    private static final Set<String> ENDS_EARLIER =
            Set.of("http://➡.ws/䨹", "https://www.example.com/?", "http://www.foo.bar.");

    @Test
    void urlsOfTheGovcertListAreFound() throws IOException {
        String samples = Files.readString(Suites.file("mime/govcert/regexes_url_samples.txt"));
        Set<String> found =
                Page.plain(samples).links().stream().map(Link::written).collect(Collectors.toSet());
        List<String> missed = Files.readAllLines(Suites.file("mime/govcert/regexes_url_matches.txt")).stream()
                .filter(line -> line.contains("://"))
                .filter(line -> !NO_HOST.contains(line) && !ENDS_EARLIER.contains(line) && !found.contains(line))
                .toList();
        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "url/rspamd-obfuscation"})
    void everyFileIsReadTheSameTwice(String name) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(Suites.file(name))) {
            all.filter(Files::isRegularFile).sorted().forEach(files::add);
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            LinkReading reading = Page.html(text);
            assertThat(Page.html(text)).isEqualTo(reading);
            Page.plain(text);
        }
    }
}
