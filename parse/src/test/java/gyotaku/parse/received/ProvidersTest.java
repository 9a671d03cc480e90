package gyotaku.parse.received;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Route;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ProvidersTest {

    private static final Set<String> LISTS =
            Set.of("servers", "serverAddresses", "entrances", "innerServers", "handOverHosts", "handOverNetworks");
    private static final SortedMap<String, String> FILES = ResourceFolder.yamlFiles(Providers.class, Providers.FOLDER);

    @TestFactory
    Stream<DynamicTest> everySampleIsReadAsItsFileSays() {
        return FILES.entrySet().stream()
                .flatMap(file -> elements(yaml(file).required("samples"))
                        .map(sample -> DynamicTest.dynamicTest(file.getKey(), () -> holds(file, sample))));
    }

    private static void holds(Map.Entry<String, String> file, JsonNode sample) {
        List<String> lines =
                elements(sample.required("lines")).map(JsonNode::asString).toList();
        Route route = Lines.read(lines, List.of()).route();
        Hop boundary = route.boundary().orElseThrow();
        assertThat(route.how()).isEqualTo(Route.How.PROVIDER);
        assertThat(route.assumption().ja())
                .contains(yaml(file).required("name").required("ja").asString());
        assertThat(boundary.index()).isEqualTo(sample.required("boundary").asInt());
        assertThat(boundary.helo()).isEqualTo(sample.required("helo").asString());
        assertThat(boundary.rdns()).isEqualTo(sample.required("rdns").asString());
        assertThat(boundary.ip().orElseThrow())
                .hasToString(sample.required("ip").asString());
        assertThat(boundary.by()).isEqualTo(sample.required("by").asString());
        assertThat(route.hops()).allSatisfy(hop -> assertThat(hop.at()).isPresent());
    }

    @TestFactory
    Stream<DynamicTest> theSmallReaderSeesWhatAFullOneSees() {
        return FILES.entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> {
                    JsonNode full = yaml(file);
                    FactFile small = FactFile.of(file.getValue());
                    for (String list : LISTS) {
                        assertThat(small.all(list))
                                .as(list)
                                .isEqualTo(elements(full.path(list))
                                        .map(JsonNode::asString)
                                        .toList());
                    }
                    for (String lang : List.of("ja", "en")) {
                        assertThat(small.one("name." + lang))
                                .isEqualTo(full.required("name").required(lang).asString());
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyFactHasASourceAndADateAndIsUnderstood() {
        return FILES.entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> {
                    JsonNode full = yaml(file);
                    Set<String> allowed = new java.util.TreeSet<>(LISTS);
                    allowed.addAll(List.of("name", "source", "checked", "samples"));
                    assertThat(allowed).containsAll(new ArrayList<>(full.propertyNames()));
                    assertThat(full.required("source").asString()).isNotBlank();
                    assertThat(LocalDate.parse(full.required("checked").asString()))
                            .isAfter("2026-01-01");
                    assertThat(full.required("servers")).isNotEmpty();
                    for (String networks : List.of("serverAddresses", "handOverNetworks")) {
                        assertThat(elements(full.path(networks)).map(JsonNode::asString))
                                .allSatisfy(range -> assertThat(
                                                Networks.of(List.of(range)).isEmpty())
                                        .isFalse());
                    }
                    assertThat(file.getValue().codePoints()).noneMatch(c -> Character.getType(c) == Character.FORMAT);
                }));
    }

    @Test
    void anotherCustomerOfMicrosoftIsOutside() {
        Route route = Lines.read(
                        List.of(
                                "from JPN01-TYC-obe.outbound.protection.outlook.com (2a01:111:f403:c405::5) by"
                                        + " TYZPEPF1.mail.protection.outlook.com (10.167.1.1) with Microsoft SMTP Server id"
                                        + " 15.20.1.1 via Frontend Transport; Fri, 20 Feb 2026 06:22:09 +0000",
                                "from TYZPR01MB0002.jpnprd01.prod.outlook.com ([fe80::1%4]) by"
                                        + " TYZPR01MB0001.jpnprd01.prod.outlook.com ([fe80::2%5]) with mapi id 15.20.1.1;"
                                        + " Fri, 20 Feb 2026 06:22:07 +0000"),
                        List.of())
                .route();
        assertThat(route.boundary().orElseThrow().index()).isZero();
    }

    private static JsonNode yaml(Map.Entry<String, String> file) {
        return new YAMLMapper().readTree(file.getValue());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
