package gyotaku.analyse.auth.spf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gyotaku.model.IpAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The official suite of RFC 7208, and those of pyspf and stalwart, read where they lie.
class SpfSuiteTest {

    /// Cases in which the suite asks for something else than RFC 7208, with the reason.
    private static final Map<String, String> EXCEPTIONS = new TreeMap<>(Map.of(
            "pyspf/test.yml default-modifier", "default= is of a draft; RFC 7208 6 ignores unknown modifiers",
            "pyspf/test.yml default-modifier-harsh", "harsh mode is pyspf's own",
            "macro.yml Macro expansion 2 3", "exists asks for A also with IPv6 (RFC 7208 5.7); the table holds AAAA",
            "exists.yml Exists 1", "exists asks for A also with IPv6 (RFC 7208 5.7); the table holds AAAA",
            "all.yml All test 0", "ip: is no mechanism (RFC 7208 5), so permerror",
            "basic.yml DNS Lookup Limits 8", "three void look-ups (RFC 7208 4.6.4) are a permerror",
            "basic.yml DNS Lookup Limits 13", "eleven MX hosts (RFC 7208 4.6.4) are a permerror",
            "basic.yml HELO identity 17", "checks HELO and MAIL FROM in one case; here each is a case of its own"));

    private static final YAMLMapper YAML = new YAMLMapper();

    @TestFactory
    Stream<DynamicTest> openspf() throws IOException {
        return suite("openspf/rfc7208-tests.yml");
    }

    @TestFactory
    Stream<DynamicTest> pyspf() throws IOException {
        return suite("pyspf/rfc7208-tests.yml");
    }

    @TestFactory
    Stream<DynamicTest> pyspfOwn() throws IOException {
        return suite("pyspf/test.yml");
    }

    @TestFactory
    Stream<DynamicTest> stalwart() throws IOException {
        Path folder = folder().resolve("stalwart");
        assumeTrue(Files.isDirectory(folder), "the suites are not on this machine");
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                StalwartSuite.read(file).forEach(each -> tests.add(test(each)));
            }
        }
        return tests.stream();
    }

    private static Path folder() {
        return Path.of(System.getProperty("project.root", ".."), "../shared/suites/spf");
    }

    private static Stream<DynamicTest> suite(String name) throws IOException {
        Path file = folder().resolve(name);
        assumeTrue(Files.exists(file), "the suites are not on this machine");
        List<DynamicTest> tests = new ArrayList<>();
        try (MappingIterator<JsonNode> scenarios =
                YAML.readerFor(JsonNode.class).readValues(Files.newBufferedReader(file))) {
            while (scenarios.hasNext()) {
                JsonNode scenario = scenarios.next();
                ZoneData zone = zone(scenario.path("zonedata"));
                scenario.path("tests")
                        .properties()
                        .forEach(entry ->
                                tests.add(test(SuiteCase.of(name + " " + entry.getKey(), entry.getValue(), zone))));
            }
        }
        return tests.stream();
    }

    private static ZoneData zone(JsonNode data) {
        ZoneData zone = new ZoneData();
        data.properties()
                .forEach(name -> name.getValue().forEach(record -> {
                    if (record.isString()) {
                        zone.with(name.getKey(), record.asString(), "");
                    } else {
                        record.properties()
                                .forEach(one -> zone.with(name.getKey(), one.getKey(), value(one.getValue())));
                    }
                }));
        return zone;
    }

    /// A list is a preference with a host, or the strings of one TXT record.
    private static String value(JsonNode value) {
        if (!value.isArray()) {
            return value.asString();
        }
        String separator = value.size() == 2 && value.get(0).isInt() ? " " : "";
        List<String> parts = new ArrayList<>();
        value.forEach(part -> parts.add(part.asString()));
        return String.join(separator, parts);
    }

    private static DynamicTest test(SuiteCase given) {
        return DynamicTest.dynamicTest(given.name(), () -> {
            assumeTrue(!EXCEPTIONS.containsKey(given.name()), () -> EXCEPTIONS.get(given.name()));
            SpfVerifier.Outcome outcome = SpfVerifier.verify(
                    new Question(
                            IpAddress.parse(given.ip()).orElseThrow(),
                            given.helo(),
                            given.sender(),
                            given.receiver(),
                            1_700_000_000),
                    given.zone());
            assertThat(given.expected())
                    .as("%s: %s", given.name(), outcome)
                    .contains(outcome.result().word());
            if (!given.explanation().isEmpty() && outcome.result() instanceof SpfResult.Matched matched) {
                assertThat(matched.explanation().orElse("DEFAULT")).isEqualTo(given.explanation());
            }
        });
    }

    /// One case of a suite.
    record SuiteCase(
            String name,
            String ip,
            String helo,
            String sender,
            String receiver,
            List<String> expected,
            String explanation,
            ZoneData zone) {

        static SuiteCase of(String name, JsonNode node, ZoneData zone) {
            List<String> expected = new ArrayList<>();
            JsonNode result = node.path("result");
            if (result.isArray()) {
                result.forEach(each -> expected.add(each.asString()));
            } else {
                expected.add(result.asString());
            }
            return new SuiteCase(
                    name,
                    node.path("host").asString(),
                    node.path("helo").asString(""),
                    node.path("mailfrom").asString(""),
                    node.path("receiver").asString("unknown"),
                    expected,
                    node.path("explanation").asString(""),
                    zone);
        }
    }
}
