package gyotaku.analyse.auth;

import static gyotaku.model.mail.Hop.Standing.BOUNDARY;
import static gyotaku.model.mail.Hop.Standing.CLAIMED;
import static gyotaku.model.mail.Hop.Standing.TRUSTED;
import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.analyse.MailOf;
import gyotaku.model.Trust;
import gyotaku.model.finding.AuthClaim;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

    private static final String RESULTS = "Authentication-Results";
    private static final String PASS = "mx.example.co.jp; dmarc=pass header.from=shop.example.com";
    private static final String FAIL = "mx.example.co.jp; dmarc=fail header.from=shop.example.com";

    @Test
    void whatStandsAboveTheBoundaryIsStamped() {
        assertThat(claims(mail().header(RESULTS, FAIL).received("mx.example.co.jp", BOUNDARY)))
                .containsExactly("dmarc fail STAMPED");
    }

    @Test
    void whatAMilterOfTheBoundaryWroteIsStamped() {
        assertThat(claims(mail().received("mx.example.co.jp", BOUNDARY).header(RESULTS, FAIL)))
                .containsExactly("dmarc fail STAMPED");
    }

    @Test
    void theSenderPlantsBehindAReceivedLine() {
        assertThat(claims(mail().header(RESULTS, "mx.example.co.jp; spf=fail")
                        .received("mx.example.co.jp", BOUNDARY)
                        .received("mail.example.net", CLAIMED)
                        .header(RESULTS, PASS)))
                .containsExactly("spf fail STAMPED", "dmarc pass CLAIMED planted");
    }

    /// As Proton does, and Exim with `add_header`.
    @Test
    void aReceiverThatAppendsItsResultsPlantsNothing() {
        assertThat(claims(mail().received("mx.example.co.jp", BOUNDARY)
                        .received("mail.example.net", CLAIMED)
                        .header(RESULTS, "mx.example.co.jp; spf=pass")
                        .header(RESULTS, PASS)))
                .containsExactly("spf pass CLAIMED", "dmarc pass CLAIMED");
    }

    /// One customer of a provider writes to another.
    @Test
    void aMailThatPassedTheSameHouseBringsItsResultsAlong() {
        assertThat(claims(mail().header("Received-SPF", "Pass (protection.outlook.com: x)")
                        .received("ab.mail.protection.outlook.com", BOUNDARY)
                        .received("cd.prod.outlook.com", CLAIMED)
                        .header("Received-SPF", "Fail (protection.outlook.com: x)")))
                .containsExactly("spf pass STAMPED", "spf fail CLAIMED");
    }

    @Test
    void theSenderPlantsWhatTheReceiverContradicts() {
        assertThat(claims(mail().header(RESULTS, FAIL)
                        .received("mx.example.co.jp", BOUNDARY)
                        .header(RESULTS, PASS)))
                .containsExactly("dmarc fail STAMPED", "dmarc pass CLAIMED planted");
    }

    @Test
    void theSenderPlantsDirectlyBelowWhatTheMilterWrote() {
        assertThat(claims(mail().received("mx.example.co.jp", BOUNDARY)
                        .header(RESULTS, FAIL)
                        .header(RESULTS, PASS)))
                .containsExactly("dmarc fail STAMPED", "dmarc pass CLAIMED planted");
    }

    @Test
    void oneFieldPerMethodPlantsNothing() {
        assertThat(claims(mail().received("mx.example.co.jp", BOUNDARY)
                        .header(RESULTS, "mx.example.co.jp; spf=pass")
                        .header(RESULTS, FAIL)))
                .containsExactly("spf pass STAMPED", "dmarc fail STAMPED");
    }

    @Test
    void twoIdentitiesOfSpfPlantNothing() {
        assertThat(claims(mail().received("mx.example.co.jp", BOUNDARY)
                        .header("Received-SPF", "None (helo) receiver=mx.example.co.jp; identity=helo")
                        .header("Received-SPF", "Pass (mailfrom) receiver=mx.example.co.jp; identity=mailfrom")))
                .containsExactly("spf none STAMPED", "spf pass CLAIMED");
    }

    @Test
    void aSecondServerThatAgreesPlantsNothing() {
        assertThat(claims(mail().header(RESULTS, FAIL)
                        .received("mx.example.co.jp", TRUSTED)
                        .received("mx.example.co.jp", BOUNDARY)
                        .header(RESULTS, FAIL)))
                .containsExactly("dmarc fail STAMPED", "dmarc fail CLAIMED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spf.icloud.com", "mx.icloud.com"})
    void theReceiversOtherNamesAreItsOwn(String name) {
        assertThat(claims(mail().header(RESULTS, name + "; spf=fail")
                        .received("p00-icloudmta.me.com", BOUNDARY)
                        .received("mail.example.net", CLAIMED)
                        .header(RESULTS, "dmarc.icloud.com; dmarc=pass header.from=shop.example.com")))
                .containsExactly("spf fail STAMPED", "dmarc pass CLAIMED planted");
    }

    @Test
    void anotherServersResultsAreNotPlanted() {
        assertThat(claims(mail().header(RESULTS, "mx.example.co.jp; spf=fail")
                        .received("mx.example.co.jp", BOUNDARY)
                        .received("mail.example.net", CLAIMED)
                        .header(RESULTS, "mx.example.org; dmarc=pass header.from=shop.example.com")))
                .containsExactly("spf fail STAMPED", "dmarc pass CLAIMED");
    }

    /// A mail that was here before brings along what was stamped then.
    @ParameterizedTest
    @ValueSource(strings = {"List-Id", "List-Unsubscribe"})
    void theMailOfAListBringsItsResultsAlong(String header) {
        assertThat(claims(mail().header(RESULTS, "mx.example.co.jp; spf=fail")
                        .received("mx.example.co.jp", BOUNDARY)
                        .received("lists.example.net", CLAIMED)
                        .header(header, "<members.example.net>")
                        .header(RESULTS, PASS)))
                .containsExactly("spf fail STAMPED", "dmarc pass CLAIMED");
    }

    @Test
    void aProvenMailBringsItsResultsAlong() {
        assertThat(claims(mail().header(RESULTS, PASS)
                        .received("mx.example.co.jp", BOUNDARY)
                        .received("forward.example.net", CLAIMED)
                        .header(RESULTS, FAIL)))
                .containsExactly("dmarc pass STAMPED", "dmarc fail CLAIMED");
    }

    @Test
    void anArcSetIsNotPlanted() {
        assertThat(claims(mail().header("ARC-Authentication-Results", "i=2; mx.example.co.jp; spf=fail")
                        .received("mx.example.co.jp", BOUNDARY)
                        .received("mail.example.net", CLAIMED)
                        .header("ARC-Authentication-Results", "i=1; " + PASS)))
                .containsExactly("spf fail STAMPED", "dmarc pass CLAIMED");
    }

    /// The HELO name or envelope sender may have become part of the header (CVE-2020-12272).
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.example.co.jp; spf=pass smtp.mailfrom=shop.example.com(.example.net; dkim=none",
                "mx.example.co.jp; spf=pass smtp.mailfrom=shop.example.com(x).example.net",
                "mx.example.co.jp; spf=pass smtp.mailfrom=\"a@shop.example.com",
            })
    void whatTheSenderMayHaveSlippedInIsNotBelieved(String body) {
        assertThat(claims(mail().header(RESULTS, body).received("mx.example.co.jp", BOUNDARY)))
                .first()
                .isEqualTo("spf pass CLAIMED");
    }

    @Test
    void aResultWithoutASemicolonOfItsOwnIsNotBelieved() {
        assertThat(claims(mail().header(
                                RESULTS,
                                "mx.example.co.jp; spf=fail smtp.mailfrom=a dmarc=pass header.from=shop.example.com")
                        .received("mx.example.co.jp", BOUNDARY)))
                .containsExactly("spf fail STAMPED", "dmarc pass CLAIMED");
    }

    @Test
    void aHeaderThatSaysNothingIsSaidToBeMalformed() {
        List<AuthClaim> claims = of(mail().header(RESULTS, "mx.example.co.jp;").received("mx.example.co.jp", BOUNDARY));
        assertThat(claims).singleElement().satisfies(claim -> {
            assertThat(claim.method()).isEmpty();
            assertThat(claim.malformed()).containsExactly(Flaw.NO_RESULT.text());
        });
    }

    @Test
    void aHeaderOfMicrosoftInsideAnEncodedWordIsRead() {
        List<AuthClaim> claims = of(mail().encoded(
                        RESULTS,
                        "=?utf-8?B?c3BmPWZhaWw=?=",
                        "spf=fail (sender IP is 203.0.113.5) smtp.mailfrom=例.example")
                .received("ab.prod.outlook.com", BOUNDARY));
        assertThat(claims).singleElement().satisfies(claim -> {
            assertThat(claim.result()).isEqualTo("fail");
            assertThat(claim.domain()).isEqualTo("例.example");
            assertThat(claim.detail()).isEqualTo("203.0.113.5");
            assertThat(claim.trust()).isEqualTo(Trust.STAMPED);
            assertThat(claim.malformed()).containsExactly(Flaw.NO_SERVER.text(), Flaw.ENCODED.text());
        });
    }

    @Test
    void historicMethodsAreLeftOut() {
        assertThat(claims(mail().header(
                                RESULTS,
                                "mx.example.co.jp; sender-id=pass; domainkeys=pass; dkim-adsp=pass; auth=pass; bimi=pass; compauth=pass")
                        .received("mx.example.co.jp", BOUNDARY)))
                .containsExactly("bimi pass STAMPED", "compauth pass STAMPED");
    }

    private static MailOf mail() {
        return MailOf.from("Shop <news@shop.example.com>", "", "");
    }

    private static List<AuthClaim> of(MailOf mail) {
        return Claims.of(mail.mail(), MailOf.SUFFIXES);
    }

    private static List<String> claims(MailOf mail) {
        return of(mail).stream()
                .map(claim -> claim.method() + " " + claim.result() + " " + claim.trust()
                        + (claim.planted() ? " planted" : ""))
                .toList();
    }
}
