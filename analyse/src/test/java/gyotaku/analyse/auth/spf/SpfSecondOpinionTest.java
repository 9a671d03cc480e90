package gyotaku.analyse.auth.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/// Every case of the suites through ours and through Apache James. Each difference was looked at and decided by
/// RFC 7208; one that is not in these lists fails, and so does one in the lists that has gone.
class SpfSecondOpinionTest {

    private record Disagreement(List<String> cases, String ours, String theirs, String reason) {}

    private static final List<Disagreement> ON_RESULTS = List.of(
            new Disagreement(
                    official("mx-limit"),
                    "permerror",
                    "pass",
                    "4.6.4: eleven MX hosts are a permerror; they look at the first ten"),
            new Disagreement(
                    List.of("basic.yml DNS Lookup Limits 12"), "permerror", "fail", "4.6.4: eleven MX hosts, as above"),
            new Disagreement(
                    List.of("basic.yml DNS Lookup Limits 13"),
                    "permerror",
                    "pass",
                    "4.6.4, 5.4: eleven MX hosts; the eighth would match, but DNS gives no order that could decide"),
            new Disagreement(
                    official("void-over-limit"),
                    "permerror",
                    "neutral",
                    "4.6.4: two void look-ups; they do not count them"),
            new Disagreement(
                    List.of("basic.yml DNS Lookup Limits 8"), "permerror", "softfail", "4.6.4: ten void look-ups"),
            new Disagreement(
                    official("exists-dnserr"), "temperror", "fail", "5: no answer is a temperror, for exists too"),
            new Disagreement(
                    later("ptr-case-change"), "pass", "fail", "5.5: names are the same in upper and lower case"),
            new Disagreement(
                    later("ptr-cname-loop"),
                    "neutral",
                    "temperror",
                    "5.5: a name of the client that is not answered is passed over"),
            new Disagreement(
                    official("p-macro-multiple"),
                    "pass",
                    "softfail",
                    "7.3: of the client's names the one below the domain should stand for p; they take any"));

    private static final List<Disagreement> ON_EXPLANATIONS = List.of(
            new Disagreement(
                    official("v-macro-ip6"),
                    "cafe:babe::1 is queried as 1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.E.B.A.B.E.F.A.C.ip6.arpa",
                    "cafe:babe:0:0:0:0:0:1 is queried as"
                            + " 1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.E.B.A.B.E.F.A.C.ip6.arpa",
                    "7.3: c is the readable address; it is written as RFC 5952 wants it, and as the suite has it"),
            new Disagreement(
                    List.of("exp.yml Explanation 1"),
                    "a:b::1 is not one of test.org's designated mail servers.",
                    "a:b:0:0:0:0:0:1 is not one of test.org's designated mail servers.",
                    "7.3: c is the readable address, as above"),
            new Disagreement(
                    later("upper-macro"),
                    "http://example.com/why.html?l=~jack%26jill%3Dup-a_b3.c",
                    "http://example.com/why.html?l=%7Ejack%26jill%3Dup-a_b3.c",
                    "7.3: what RFC 3986 2.3 calls unreserved stays, and the tilde is of it"));

    /// The case in the three editions of the official suite.
    private static List<String> official(String name) {
        return List.of(
                "openspf/rfc7208-tests.yml " + name,
                "openspf/rfc7208-tests-2014-05.yml " + name,
                "pyspf/rfc7208-tests.yml " + name);
    }

    /// One that was not yet in the first edition.
    private static List<String> later(String name) {
        return List.of("openspf/rfc7208-tests.yml " + name, "pyspf/rfc7208-tests.yml " + name);
    }

    /// What was said instead of what.
    private record Difference(String ours, String theirs) {}

    @Test
    void comesToTheSameResult() {
        assertThat(differences((question, zone) -> {
                    String ours = SpfVerifier.verify(question, zone).result().word();
                    return Optional.of(new Difference(ours, Jspf.word(question, zone)));
                }))
                .isEqualTo(decided(ON_RESULTS));
    }

    @Test
    void explainsInTheSameWords() {
        assertThat(differences((question, zone) -> explanation(question, zone)
                        .map(ours -> new Difference(ours, Jspf.explanation(question, zone)))))
                .isEqualTo(decided(ON_EXPLANATIONS));
    }

    private static Optional<String> explanation(Question question, ZoneData zone) {
        return SpfVerifier.verify(question, zone).result() instanceof SpfResult.Matched matched
                ? matched.explanation()
                : Optional.empty();
    }

    private static Map<String, Difference> differences(BiFunction<Question, ZoneData, Optional<Difference>> asked) {
        Map<String, Difference> found = new TreeMap<>();
        for (SuiteCase each : SpfSuites.all()) {
            for (Question question : each.questions()) {
                asked.apply(question, each.zone())
                        .filter(words -> !words.ours().equals(words.theirs()))
                        .ifPresent(words -> found.put(each.name(), words));
            }
        }
        return found;
    }

    private static Map<String, Difference> decided(List<Disagreement> disagreements) {
        Map<String, Difference> decided = new TreeMap<>();
        for (Disagreement each : disagreements) {
            each.cases().forEach(name -> decided.put(name, new Difference(each.ours(), each.theirs())));
        }
        return decided;
    }
}
