package gyotaku.analyse.auth.spf;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.analyse.auth.spf.SpfResult.Fault;
import gyotaku.model.IpAddress;
import gyotaku.model.Lookup;
import gyotaku.model.fact.Resolver;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever sends the mail also writes the zone: it may waste neither our time nor a third party's name servers.
@Timeout(10)
class SpfHostileZonesTest {

    private static final String DOMAIN = "evil.example";
    private static final IpAddress CLIENT = IpAddress.parse("192.0.2.1").orElseThrow();

    /// A zone that remembers what it was asked.
    private static final class Zone implements Resolver {

        private final ZoneData data = new ZoneData();
        private final List<String> asked = new ArrayList<>();

        Zone with(String name, String type, String value) {
            data.with(name, type, value);
            return this;
        }

        Zone spf(String record) {
            return with(DOMAIN, "TXT", record);
        }

        @Override
        public Lookup<List<String>> ask(String name, RecordType type) {
            assertThat(name).hasSizeLessThanOrEqualTo(253);
            asked.add(name + " " + type);
            return data.ask(name, type);
        }
    }

    private static SpfResult verify(Zone zone) {
        return verify(zone, "someone@" + DOMAIN);
    }

    private static SpfResult verify(Zone zone, String sender) {
        Question question = new Question(CLIENT, "helo.example.net", sender, "mx.example.org", 0);
        SpfVerifier.Outcome outcome = SpfVerifier.verify(question, zone);
        assertThat(zone.asked).hasSizeLessThanOrEqualTo(Dns.MOST_QUERIES);
        assertThat(outcome.lookups()).as("one beyond the limit ends it").isLessThanOrEqualTo(Dns.MOST_TERMS + 1);
        assertThat(outcome.voidLookups()).isLessThanOrEqualTo(Dns.MOST_VOID + 1);
        return outcome.result();
    }

    private static void endsInPermError(Zone zone, Fault fault, int queries) {
        assertThat(verify(zone))
                .isInstanceOfSatisfying(
                        SpfResult.PermError.class,
                        error -> assertThat(error.fault()).isEqualTo(fault));
        assertThat(zone.asked).hasSize(queries);
    }

    private static void endsIn(String word, Zone zone, int queries) {
        assertThat(verify(zone).word()).isEqualTo(word);
        assertThat(zone.asked).hasSize(queries);
    }

    private static String repeated(int times, String term) {
        return IntStream.range(0, times).mapToObj(n -> term.formatted(n)).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"include:", "redirect="})
    void aRecordThatLeadsToItselfEndsAtTenTerms(String term) {
        Zone zone = new Zone().spf("v=spf1 " + term + DOMAIN);

        endsInPermError(zone, Fault.TOO_MANY_LOOKUPS, 1 + 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"include:", "redirect="})
    void twoRecordsThatLeadToEachOtherEndAtTenTerms(String term) {
        Zone zone = new Zone()
                .spf("v=spf1 " + term + "other.example")
                .with("other.example", "TXT", "v=spf1 " + term + DOMAIN);

        endsInPermError(zone, Fault.TOO_MANY_LOOKUPS, 1 + 10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"include:", "redirect="})
    void aChainOfFiftyEndsAtTenTerms(String term) {
        Zone zone = new Zone().spf("v=spf1 " + term + "n0.example");
        for (int n = 0; n < 50; n++) {
            zone.with("n" + n + ".example", "TXT", "v=spf1 " + term + "n" + (n + 1) + ".example");
        }
        zone.with("n50.example", "TXT", "v=spf1 +all");

        endsInPermError(zone, Fault.TOO_MANY_LOOKUPS, 1 + 10);
    }

    @Test
    void aTreeOfIncludesEndsAtTenTerms() {
        Zone zone = new Zone().spf("v=spf1 " + repeated(20, "include:n%d.example"));
        for (int n = 0; n < 20; n++) {
            zone.with("n" + n + ".example", "TXT", "v=spf1 " + repeated(20, "include:n%d.example"));
        }

        endsInPermError(zone, Fault.TOO_MANY_LOOKUPS, 1 + 10);
    }

    @Test
    void tenTimesTenMailServersEndAtTheQuestionsOfOneEvaluation() {
        Zone zone = new Zone().spf("v=spf1 " + repeated(10, "mx:m%d.example") + " -all");
        for (int n = 0; n < 10; n++) {
            hosts(zone, "m" + n + ".example", 10);
        }

        endsInPermError(zone, Fault.TOO_MANY_QUERIES, 64);
    }

    @Test
    void elevenMailServersAreNotAskedForTheirAddresses() {
        Zone zone = hosts(new Zone().spf("v=spf1 mx -all"), DOMAIN, 11);

        endsInPermError(zone, Fault.TOO_MANY_MX, 2);
    }

    private static Zone hosts(Zone zone, String domain, int count) {
        for (int n = 0; n < count; n++) {
            String host = "h" + n + "." + domain;
            zone.with(domain, "MX", "10 " + host).with(host, "A", "198.51.100." + n);
        }
        return zone;
    }

    @Test
    void mailServersThatAreNotThereAreAskedForThreeTimes() {
        Zone zone = new Zone().spf("v=spf1 mx -all");
        for (int n = 0; n < 10; n++) {
            zone.with(DOMAIN, "MX", "10 random" + n + ".victim.example");
        }

        endsInPermError(zone, Fault.TOO_MANY_VOID_LOOKUPS, 2 + 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a:random%d.victim.example", "exists:random%d.victim.example", "mx:random%d.victim.example"})
    void namesThatAreNotThereAreAskedForThreeTimes(String term) {
        Zone zone = new Zone().spf("v=spf1 " + repeated(10, term) + " -all");

        endsInPermError(zone, Fault.TOO_MANY_VOID_LOOKUPS, 1 + 3);
    }

    @Test
    void ofAHundredNamesOfTheClientTenAreAskedOnce() {
        Zone zone = new Zone()
                .spf("v=spf1 ptr:x.example ptr:y.example exists:%{p}.evil.example -all exp=%{p}.evil.example");
        clientNames(zone, 100);

        assertThat(verify(zone).word()).isEqualTo("fail");
        assertThat(zone.asked).hasSize(1 + 1 + 10 + 2).doesNotHaveDuplicates().contains("unknown.evil.example A");
    }

    private static void clientNames(Zone zone, int count) {
        for (int n = 0; n < count; n++) {
            String name = "c" + n + ".example";
            zone.with(CLIENT.reverseName(), "PTR", name).with(name, "A", "198.51.100.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%{s}", "%{l}", "%{S}", "%{l1r-}", "%{o}", "%{h}", "%{d}", "%{i}", "%{ir}", "%{p}"})
    void macrosThatGrowEndAtTheLengthOfAName(String macro) {
        String record = "v=spf1 exists:" + (macro + ".").repeat(1500) + DOMAIN + " -all";
        Zone zone = new Zone().spf(record);

        assertThat(verify(zone, "a.b-c".repeat(100_000) + "@" + DOMAIN).word()).isEqualTo("fail");
        assertThat(zone.asked).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void whatStaysOfALongNameIsItsEnd() {
        Zone zone = new Zone().spf("v=spf1 exists:%{ir}." + "%{i}.".repeat(500) + "list.example -all");

        endsIn("fail", zone, 2);
        assertThat(zone.asked.getLast()).isEqualTo("192.0.2.1.".repeat(24) + "list.example A");
    }

    @Test
    void anExplanationThatGrowsIsCut() {
        Zone zone = new Zone().spf("v=spf1 -all exp=why.example").with("why.example", "TXT", "%{S} ".repeat(3000));

        assertThat(verify(zone, "%".repeat(100_000) + "@" + DOMAIN))
                .isInstanceOfSatisfying(
                        SpfResult.Matched.class,
                        matched ->
                                assertThat(matched.explanation().orElseThrow()).hasSize(4096));
    }

    @Test
    void anExplanationThatCostsTooMuchChangesNoResult() {
        Zone zone = new Zone().spf("v=spf1 " + repeated(5, "mx:m%d.example") + " -all exp=%{p}.evil.example");
        for (int n = 0; n < 5; n++) {
            hosts(zone, "m" + n + ".example", 10);
        }
        clientNames(zone, 10);

        endsIn("fail", zone, 64);
    }

    @Test
    void aRecordOfAHundredThousandLettersIsNotRead() {
        endsInPermError(new Zone().spf("v=spf1 " + "ip4:198.51.100.1 ".repeat(6000) + "-all"), Fault.TOO_LONG, 1);
    }

    @Test
    void aHundredThousandLettersOfAnotherKindAreNoRecord() {
        endsIn("none", new Zone().spf("v=spf10" + "x".repeat(100_000)), 1);
    }

    @Test
    void thousandsOfAddressesAreCompared() {
        endsIn("fail", new Zone().spf("v=spf1 " + "ip4:10.0.0.0/8 ".repeat(1000) + "-all"), 1);
    }

    @Test
    void thousandsOfTermsEndAtTheTenth() {
        Zone zone = new Zone().spf("v=spf1 " + "a ".repeat(5000) + "-all").with(DOMAIN, "A", "198.51.100.1");

        endsInPermError(zone, Fault.TOO_MANY_LOOKUPS, 1 + 10);
    }

    @Test
    void aThousandRecordsAreOneMistake() {
        Zone zone = new Zone();
        for (int n = 0; n < 1000; n++) {
            zone.spf("v=spf1 ip4:10.0.0.0/8 ip4:198.51.100.1 -all n=" + n);
        }

        endsInPermError(zone, Fault.SEVERAL_RECORDS, 1);
        assertThat(((SpfResult.PermError) verify(zone)).detail()).hasSizeLessThanOrEqualTo(SpfParser.LONGEST_RECORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "include:loop.example",
                "redirect=loop.example",
                "a:loop.example",
                "mx:loop.example",
                "exists:loop.example",
                "mx:host.example"
            })
    void aLoopOfAliasesIsATemporaryErrorAndNeverNone(String term) {
        Zone zone = new Zone().spf("v=spf1 " + term);

        endsIn("temperror", loop(zone).with("host.example", "MX", "10 loop.example"), term.contains("host") ? 3 : 2);
    }

    @Test
    void aLoopOfAliasesInTheDomainItselfIsATemporaryErrorAndNeverNone() {
        endsIn("temperror", new Zone().with(DOMAIN, "CNAME", "a.example").with("a.example", "CNAME", DOMAIN), 1);
    }

    @Test
    void aLoopOfAliasesInANameOfTheClientIsPassedOver() {
        Zone zone = loop(new Zone().spf("v=spf1 ptr -all").with(CLIENT.reverseName(), "PTR", "loop.example"));

        endsIn("fail", zone, 3);
    }

    private static Zone loop(Zone zone) {
        return zone.with("loop.example", "CNAME", "pool.example").with("pool.example", "CNAME", "loop.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "include:late.example",
                "redirect=late.example",
                "a:late.example",
                "mx:late.example",
                "exists:late.example",
                "include:inner.example"
            })
    void whatIsNotAnsweredIsATemporaryErrorAndNeverNone(String term) {
        Zone zone = new Zone()
                .spf("v=spf1 " + term)
                .with("late.example", ZoneData.TIMEOUT, "")
                .with("inner.example", "TXT", "v=spf1 redirect=late.example");

        assertThat(verify(zone).word()).isEqualTo("temperror");
    }

    @Test
    void aServerThatKeepsSilentIsATemporaryErrorAndNeverNone() {
        endsIn("temperror", new Zone().with(DOMAIN, ZoneData.TIMEOUT, ""), 1);
    }
}
