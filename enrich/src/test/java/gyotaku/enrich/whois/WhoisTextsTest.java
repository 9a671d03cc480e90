package gyotaku.enrich.whois;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.enrich.Reading;
import gyotaku.model.DomainName;
import gyotaku.model.Why;
import gyotaku.model.fact.Registration;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Answers in the forms of the registries. Each file holds what is to be read out of it, a line `====`, and the text;
/// what the head does not name the text does not tell.
class WhoisTextsTest {

    static Stream<String> names() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(folder())) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(names).hasSizeGreaterThan(40);
            return names.stream();
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(Objects.requireNonNull(WhoisTextsTest.class.getResource("texts/jp-general-ja.txt"))
                        .toURI())
                .resolveSibling("");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void isReadAsItIsMeant(String name) throws Exception {
        String file = Files.readString(folder().resolve(name));
        int cut = file.indexOf("\n====\n");
        Map<String, String> expected = head(file.substring(0, cut));
        byte[] text = file.substring(cut + "\n====\n".length()).getBytes(StandardCharsets.UTF_8);
        DomainName asked =
                DomainName.of(Objects.requireNonNull(expected.remove("domain"))).orElseThrow();
        byte[] body = new WhoisAnswer(List.of(new WhoisAnswer.Part("whois.registry.example", text))).body();
        Map<String, String> read = told(WhoisReader.read(body, asked));
        assertThat(read.keySet()).isEqualTo(expected.keySet());
        expected.forEach((key, value) -> {
            switch (key) {
                case "nothing", "failed", "unreadable" ->
                    assertThat(read.get(key)).containsIgnoringCase(value);
                default -> assertThat(read).containsEntry(key, value);
            }
        });
    }

    private static Map<String, String> head(String lines) {
        Map<String, String> head = new TreeMap<>();
        lines.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            head.put(line.substring(0, colon), line.substring(colon + 2));
        });
        return head;
    }

    private static Map<String, String> told(Reading<Registration> reading) {
        return switch (reading) {
            case Reading.Nothing<Registration> nothing -> Map.of("nothing", nothing.excerpt());
            case Reading.Unusable<Registration> unusable ->
                Map.of(
                        unusable.why().reason() == Why.Reason.UNREADABLE ? "unreadable" : "failed",
                        unusable.why().detail());
            case Reading.Says<Registration> says -> told(says.value());
        };
    }

    private static Map<String, String> told(Registration read) {
        Map<String, String> told = new TreeMap<>();
        read.registeredAt()
                .ifPresent(at -> told.put(
                        "registered", at + " " + read.precision().name().toLowerCase(Locale.ROOT)));
        read.expiresAt().ifPresent(at -> told.put("expires", at.toString()));
        told.put("registrar", read.registrar());
        told.put("abuse", read.abuseContact());
        told.put("servers", String.join(" ", read.nameServers()));
        told.put("status", String.join(" ", read.status()));
        told.values().removeIf(String::isEmpty);
        return told;
    }
}
