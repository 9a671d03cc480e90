package gyotaku.analyse.auth.spf;

import gyotaku.testkit.Suites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The official suite of RFC 7208, and those of pyspf and stalwart, read where they lie.
final class SpfSuites {

    private static final YAMLMapper YAML = new YAMLMapper();

    private SpfSuites() {}

    /// Every case of every suite; ends the test as skipped where the suites do not lie.
    static List<SuiteCase> all() {
        List<SuiteCase> cases = new ArrayList<>();
        for (String name : List.of(
                "openspf/rfc7208-tests.yml",
                "openspf/rfc7208-tests-2014-05.yml",
                "pyspf/rfc7208-tests.yml",
                "pyspf/test.yml")) {
            cases.addAll(suite(name));
        }
        cases.addAll(stalwart());
        return cases;
    }

    /// A suite in the format of openspf.
    static List<SuiteCase> suite(String name) {
        Path file = Suites.file("spf/" + name);
        List<SuiteCase> cases = new ArrayList<>();
        try (MappingIterator<JsonNode> scenarios =
                YAML.readerFor(JsonNode.class).readValues(Files.newBufferedReader(file))) {
            while (scenarios.hasNext()) {
                JsonNode scenario = scenarios.next();
                ZoneData zone = zone(scenario.path("zonedata"));
                scenario.path("tests")
                        .properties()
                        .forEach(entry -> cases.add(read(name + " " + entry.getKey(), entry.getValue(), zone)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cases;
    }

    static List<SuiteCase> stalwart() {
        return Suites.files(Suites.folder("spf/stalwart"), "").stream()
                .flatMap(file -> StalwartSuite.read(file).stream())
                .toList();
    }

    private static SuiteCase read(String name, JsonNode node, ZoneData zone) {
        List<String> expected = new ArrayList<>();
        JsonNode result = node.path("result");
        if (result.isArray()) {
            result.forEach(each -> expected.add(each.asString()));
        } else {
            expected.add(result.asString());
        }
        return SuiteCase.ofMailFrom(
                name,
                new SuiteCase.Client(
                        node.path("host").asString(),
                        node.path("helo").asString(""),
                        node.path("receiver").asString("unknown")),
                node.path("mailfrom").asString(""),
                expected,
                node.path("explanation").asString(""),
                zone);
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
}
