package gyotaku.analyse.auth.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// We come to what the suites ask for. Where we do not, the difference is held as well.
class SpfSuiteTest {

    /// What we say instead of what the suite asks for.
    private record Departure(String word, String reason) {}

    /// Cases in which the suite asks for something else than RFC 7208.
    private static final Map<String, Departure> DEPARTURES = new TreeMap<>(Map.of(
            "macro.yml Macro expansion 2 3",
                    new Departure(
                            "fail",
                            "HELO passes as asked; for MAIL FROM the table holds an AAAA record where exists asks for A,"
                                    + " whatever the client's address is (5.7)"),
            "exists.yml Exists 1",
                    new Departure(
                            "fail", "exists asks for A, whatever the client's address is (5.7); the table has AAAA"),
            "all.yml All test 0",
                    new Departure("permerror", "ip: is no mechanism, and an error anywhere is a permerror (4.6)"),
            "basic.yml DNS Lookup Limits 8", new Departure("permerror", "three void look-ups (4.6.4)"),
            "basic.yml DNS Lookup Limits 13",
                    new Departure(
                            "permerror",
                            "eleven hosts (4.6.4, 5.4): nobody's place among them decides, since DNS gives no order")));

    /// Cases about what RFC 7208 does not have.
    private static final Map<String, Departure> OF_NO_RFC = new TreeMap<>(Map.of(
            "pyspf/test.yml default-modifier",
            new Departure("neutral", "default= is of a draft; unknown modifiers are ignored (6)"),
            "pyspf/test.yml default-modifier-harsh",
            new Departure("neutral", "the result ambiguous is of pyspf's own harsh mode")));

    @TestFactory
    Stream<DynamicTest> openspf() {
        return tests(SpfSuites.suite("openspf/rfc7208-tests.yml"));
    }

    @TestFactory
    Stream<DynamicTest> openspfFirstEdition() {
        return tests(SpfSuites.suite("openspf/rfc7208-tests-2014-05.yml"));
    }

    @TestFactory
    Stream<DynamicTest> pyspf() {
        return tests(SpfSuites.suite("pyspf/rfc7208-tests.yml"));
    }

    @TestFactory
    Stream<DynamicTest> pyspfOwn() {
        return tests(SpfSuites.suite("pyspf/test.yml"));
    }

    @TestFactory
    Stream<DynamicTest> stalwart() {
        return tests(SpfSuites.stalwart());
    }

    @Test
    void departsFromAtMostOneCaseInAHundred() {
        List<String> names = SpfSuites.all().stream().map(SuiteCase::name).toList();

        assertThat(names)
                .doesNotHaveDuplicates()
                .containsAll(DEPARTURES.keySet())
                .containsAll(OF_NO_RFC.keySet());
        assertThat(DEPARTURES.size() * 100).isLessThanOrEqualTo(names.size() - OF_NO_RFC.size());
    }

    private static Stream<DynamicTest> tests(List<SuiteCase> cases) {
        return cases.stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> {
                    Departure departure = DEPARTURES.getOrDefault(each.name(), OF_NO_RFC.get(each.name()));
                    if (departure == null) {
                        agrees(each);
                    } else {
                        departs(each, departure);
                    }
                }));
    }

    private static void agrees(SuiteCase given) {
        SpfVerifier.Outcome outcome = given.answer();
        assertThat(given.expected())
                .as("%s: %s", given.name(), outcome)
                .contains(outcome.result().word());
        if (!given.explanation().isEmpty() && outcome.result() instanceof SpfResult.Matched matched) {
            assertThat(matched.explanation().orElse("DEFAULT")).isEqualTo(given.explanation());
        }
    }

    private static void departs(SuiteCase given, Departure departure) {
        assertThat(given.answer().result().word())
                .as("%s: %s", given.name(), departure.reason())
                .isEqualTo(departure.word())
                .isNotIn(given.expected());
    }
}
