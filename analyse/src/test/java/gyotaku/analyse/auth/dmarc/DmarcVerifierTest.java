package gyotaku.analyse.auth.dmarc;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.analyse.MailOf;
import gyotaku.analyse.auth.TxtZone;
import gyotaku.analyse.auth.dmarc.DmarcVerifier.Identifier;
import gyotaku.analyse.auth.dmarc.DmarcVerifier.State;
import gyotaku.model.Lang;
import gyotaku.model.fact.Resolver.RecordType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DmarcVerifierTest {

    private static DmarcVerifier.Outcome verify(TxtZone zone, String from, Identifier... identifiers) {
        return DmarcVerifier.verify(
                new DmarcVerifier.Question(List.of(from), List.of(identifiers)), zone, MailOf.SUFFIXES);
    }

    private static Identifier passed(String method, String domain) {
        return new Identifier(method, domain, State.PASSED);
    }

    /// The record at `example.com`, the domain of From, and what comes of a mail that nothing proves.
    @ParameterizedTest
    @CsvSource({
        "v=DMARC1; p=reject, example.com, fail, p, reject",
        "v=DMARC1; p=reject; sp=none, mail.example.com, fail, sp, none",
        "v=DMARC1; p=reject; sp=none; np=quarantine, gone.example.com, fail, np, quarantine",
        "v=DMARC1; p=quarantine; np=reject, mail.example.com, fail, p, quarantine",
        "v=DMARC1; p=reject; t=y, example.com, fail, p, quarantine",
        "v=DMARC1; p=quarantine; t=y, example.com, fail, p, none",
        "v=DMARC1; rua=mailto:d@example.com, example.com, fail, p, none",
        "v=DMARC1; p=foo; rua=mailto:d@example.com, example.com, fail, p, none",
        "v=DMARC1; p=reject; sp=foo; rua=mailto:d@example.com, example.com, fail, p, none",
        "v=DMARC1; p=REJECT; adkim=S, example.com, fail, p, reject",
        "v=DMARC1 ; p = reject ;, example.com, fail, p, reject",
        "v=DMARC1; p=foo, example.com, none, '', ''",
        "v=DMARC1; sp=reject, example.com, none, '', ''",
        "v=DMARC2; p=reject, example.com, none, '', ''",
        "v=dmarc1; p=reject, example.com, none, '', ''",
        "p=reject; v=DMARC1, example.com, none, '', ''",
    })
    void thePolicyIsThatOfTheRecord(String record, String from, String result, String tag, String asked) {
        TxtZone zone =
                new TxtZone().txt("_dmarc.example.com", record).with("mail.example.com", RecordType.A, "192.0.2.1");
        DmarcResult outcome = verify(zone, from).result();
        assertThat(outcome.word()).isEqualTo(result);
        assertThat(outcome.policy().map(DmarcResult.Applied::tag).orElse("")).isEqualTo(tag);
        assertThat(outcome.policy().map(policy -> policy.asked().word()).orElse(""))
                .isEqualTo(asked);
    }

    /// Record at the domain of From, the identifier, whether it is aligned.
    @ParameterizedTest
    @CsvSource({
        "v=DMARC1; p=none, example.com, true",
        "v=DMARC1; p=none, EXAMPLE.com, true",
        "v=DMARC1; p=none, mail.example.com, true",
        "v=DMARC1; p=none, notexample.com, false",
        "v=DMARC1; p=none, example.org, false",
        "v=DMARC1; p=none; adkim=s, mail.example.com, false",
        "v=DMARC1; p=none; aspf=s, mail.example.com, true",
        "v=DMARC1; p=none, other.mail.example.com, true",
    })
    void anIdentifierIsAlignedAsTheRecordSays(String record, String domain, boolean aligned) {
        TxtZone zone = new TxtZone().txt("_dmarc.example.com", record);
        DmarcResult result = verify(zone, "example.com", passed("DKIM", domain)).result();
        assertThat(result.word()).isEqualTo(aligned ? "pass" : "fail");
    }

    @Test
    void aFailureOfAnAlignedIdentifierIsNoPass() {
        TxtZone zone = new TxtZone().txt("_dmarc.example.com", "v=DMARC1; p=none");
        assertThat(verify(zone, "example.com", new Identifier("SPF", "example.com", State.FAILED))
                        .result()
                        .word())
                .isEqualTo("fail");
    }

    /// What is not known yet is neither a pass nor a failure.
    static Stream<Arguments> open() {
        return Stream.of(
                Arguments.of(State.UNANSWERED, "example.com", "temperror"),
                Arguments.of(State.OPEN, "example.com", "not-evaluated"),
                Arguments.of(State.OPEN, "example.org", "fail"),
                Arguments.of(State.UNANSWERED, "example.org", "fail"));
    }

    @ParameterizedTest
    @MethodSource("open")
    void anOpenSignatureLeavesDmarcOpen(State state, String domain, String word) {
        TxtZone zone = new TxtZone().txt("_dmarc.example.com", "v=DMARC1; p=reject");
        assertThat(verify(zone, "example.com", new Identifier("DKIM", domain, state))
                        .result()
                        .word())
                .isEqualTo(word);
    }

    @Test
    void severalDomainsInFromCannotBeJudged() {
        DmarcVerifier.Question question = new DmarcVerifier.Question(List.of("example.com", "example.org"), List.of());
        TxtZone zone = new TxtZone();
        assertThat(DmarcVerifier.verify(question, zone, MailOf.SUFFIXES).result())
                .isEqualTo(new DmarcResult.PermError(2));
        assertThat(zone.asked()).isEmpty();
    }

    @Test
    void aLongFromAsksNoMoreThanEightTimes() {
        TxtZone zone = new TxtZone();
        assertThat(verify(zone, "a.b.c.d.e.f.g.h.i.j.mail.example.com").result().word())
                .isEqualTo("none");
        assertThat(zone.asked())
                .containsExactly(
                        "_dmarc.a.b.c.d.e.f.g.h.i.j.mail.example.com TXT",
                        "_dmarc.g.h.i.j.mail.example.com TXT",
                        "_dmarc.h.i.j.mail.example.com TXT",
                        "_dmarc.i.j.mail.example.com TXT",
                        "_dmarc.j.mail.example.com TXT",
                        "_dmarc.mail.example.com TXT",
                        "_dmarc.example.com TXT",
                        "_dmarc.com TXT");
    }

    @Test
    void hundredsOfSignersOfOtherDomainsAskNothing() {
        Identifier[] signers = Stream.iterate(0, i -> i + 1)
                .limit(500)
                .map(i -> passed("DKIM", "s" + i + ".example.org"))
                .toArray(Identifier[]::new);
        TxtZone zone = new TxtZone().txt("_dmarc.example.com", "v=DMARC1; p=reject");
        assertThat(verify(zone, "example.com", signers).result().word()).isEqualTo("fail");
        assertThat(zone.asked()).hasSize(1);
    }

    @Test
    void aSilentServerIsATemporaryErrorAndNeverNone() {
        TxtZone zone = new TxtZone().failing("_dmarc.example.com");
        assertThat(verify(zone, "example.com").result().word()).isEqualTo("temperror");
        assertThat(verify(zone, "mail.example.com").result().word()).isEqualTo("temperror");
        assertThat(verify(new TxtZone().offline(), "example.com").result().word())
                .isEqualTo("not-evaluated");
    }

    @Test
    void aRecordOfAHundredKilobytesIsReadInPart() {
        String record = "v=DMARC1; p=reject; " + "x=y; ".repeat(20_000);
        DmarcResult result = verify(new TxtZone().txt("_dmarc.example.com", record), "example.com")
                .result();
        assertThat(result.policy().map(policy -> policy.asked().word())).contains("reject");
    }

    /// A private suffix: RFC 9989 finds the record of the hoster, the list of RFC 7489 does not.
    @Test
    void whereTheEarlierRfcComesToSomethingElseItIsSaid() {
        TxtZone zone = new TxtZone().txt("_dmarc.co.jp", "v=DMARC1; p=reject");
        DmarcVerifier.Outcome outcome = verify(zone, "shop.co.jp");
        assertThat(outcome.result().word()).isEqualTo("fail");
        assertThat(outcome.earlier()).contains(new DmarcResult.None("shop.co.jp"));
        assertThat(DmarcReason.of(outcome, "shop.co.jp").in(Lang.EN)).contains("RFC 7489", "would be none");
        assertThat(DmarcReason.of(outcome, "shop.co.jp").in(Lang.JA)).contains("RFC 7489", "none となります");
    }

    @Test
    void theReasonTellsWhatThePolicyWouldHaveDone() {
        TxtZone zone = new TxtZone().txt("_dmarc.example.com", "v=DMARC1; p=reject");
        DmarcVerifier.Outcome outcome = verify(zone, "example.com", passed("SPF", "evil.example"));
        assertThat(DmarcReason.of(outcome, "example.com").in(Lang.EN))
                .contains("p=reject, published at example.com", "would have been rejected");
        assertThat(DmarcReason.of(outcome, "example.com").in(Lang.JA)).contains("example.com で公開", "拒否されます");
    }
}
