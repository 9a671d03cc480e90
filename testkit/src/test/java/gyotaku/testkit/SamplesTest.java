package gyotaku.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Every sample agrees with its own scenario and with what is expected of it.
class SamplesTest {

    private static final Path SAMPLES =
            Path.of(System.getProperty("project.root", "..")).resolve("samples");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .map(name -> name.substring(0, name.length() - ".eml".length()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreAtLeastNineAndTwoAreBenign() throws IOException {
        assertThat(names()).hasSizeGreaterThanOrEqualTo(9);
        assertThat(names().stream()
                        .filter(name ->
                                expected(name).path("verdict").asString().equals("benign")))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSenderOfTheExpectationStandsInATraceLine(String name) throws IOException {
        String mail = Files.readString(SAMPLES.resolve(name + ".eml"), StandardCharsets.ISO_8859_1);
        JsonNode expected = expected(name);
        assertThat(mail)
                .contains(expected.path("sender_ip").asString())
                .contains(expected.path("helo").asString())
                .contains("<" + expected.path("from").asString() + ">");
        assertThat(mail.lines()).as("one kind of line end").noneMatch(line -> line.contains("\r"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theScenarioGivesTheAddressAndNameOfTheLink(String name) {
        JsonNode expected = expected(name);
        JsonNode dns = json(name + ".json").path("dns");
        if (expected.has("link_host")) {
            JsonNode set = dns.path(expected.path("link_host").asString());
            JsonNode host = set.has("CNAME") ? dns.path(set.path("CNAME").asString()) : set;
            assertThat(host.path("A").asString())
                    .isEqualTo(expected.path("link_ip").asString());
            assertThat(dns.path(reverse(expected.path("link_ip").asString()))
                            .path("PTR")
                            .asString())
                    .isEqualTo(expected.path("link_ptr").asString());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theScenarioKnowsWhenTheLinksDomainWasRegistered(String name) {
        JsonNode expected = expected(name);
        JsonNode scenario = json(name + ".json");
        if (expected.has("link_registered")) {
            String date = expected.path("link_registered").asString();
            String known =
                    scenario.path("whois").toString() + scenario.path("rdap").path("domain");
            assertThat(known).containsAnyOf(date, date.replace('-', '/'));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void recipientsAreInReservedDomains(String name) {
        assertThat(expected(name).path("absent_public").values())
                .isNotEmpty()
                .map(JsonNode::asString)
                .filteredOn(text -> text.contains("@"))
                .allMatch(address -> address.substring(address.indexOf('@') + 1)
                        .matches("example\\.(com|jp|co\\.jp|or\\.jp|ne\\.jp)"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aClosedInternetStartsOutOfIt(String name) {
        try (ClosedInternet internet = ClosedInternet.start(SAMPLES.resolve(name + ".json"))) {
            assertThat(internet.requests()).isEmpty();
        }
    }

    private static JsonNode expected(String name) {
        return json(name + ".expect.json");
    }

    private static JsonNode json(String file) {
        return new ObjectMapper().readTree(SAMPLES.resolve(file));
    }

    private static String reverse(String address) {
        List<String> octets = List.of(address.split("\\."));
        return String.join(".", octets.reversed()) + ".in-addr.arpa";
    }
}
