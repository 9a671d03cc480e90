package gyotaku.analyse.auth.arc;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.analyse.auth.TxtZone;
import gyotaku.analyse.auth.arc.ArcResult.Fault;
import gyotaku.analyse.auth.dkim.KeyBook;
import gyotaku.analyse.auth.dkim.RawMessage;
import gyotaku.analyse.auth.dkim.Signer;
import gyotaku.model.Lang;
import gyotaku.model.mail.Source;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ArcVerifierTest {

    private static final Signer RSA = Signer.rsa(1024);

    private static final String MAIL = """
            From: taro@example.com
            To: hanako@example.co.jp
            Subject: Minutes of the meeting
            Date: Thu, 14 May 2026 08:30:05 +0900

            The minutes are in the shared folder.
            """;

    private static ArcResult.Outcome verify(String mail, TxtZone zone) {
        return ArcVerifier.verify(
                RawMessage.of(Source.of(mail.getBytes(StandardCharsets.ISO_8859_1))), new KeyBook(zone));
    }

    private static String sealed(int stations) {
        String mail = MAIL;
        for (int i = 1; i <= stations; i++) {
            mail = RSA.plain().seal(mail, i);
        }
        return mail;
    }

    @Test
    void aChainOfFiftyStationsIsValid() {
        TxtZone zone = RSA.zone();
        ArcResult.Outcome outcome = verify(sealed(50), zone);
        assertThat(outcome.result()).isEqualTo(new ArcResult.Pass());
        assertThat(outcome.sets()).hasSize(50);
        assertThat(zone.asked()).hasSize(1);
    }

    @Test
    void aChainOfFiftyOneStationsIsRefusedUnread() {
        TxtZone zone = RSA.zone();
        ArcResult.Outcome outcome = verify(sealed(51), zone);
        assertThat(outcome.result()).isEqualTo(new ArcResult.Fail(Fault.TOO_MANY_SETS, 0, "51"));
        assertThat(zone.asked()).isEmpty();
    }

    @Test
    void aMissingStationBreaksTheChain() {
        String three = sealed(3);
        String withoutTwo = three.replaceAll("(?m)^ARC-Seal: i=2;.*\n", "");
        assertThat(verify(withoutTwo, RSA.zone()).result()).isEqualTo(new ArcResult.Fail(Fault.STRUCTURE, 2, ""));
        assertThat(verify("ARC-Authentication-Results: i=1; mx.example.com; spf=pass\n" + MAIL, RSA.zone())
                        .result()
                        .word())
                .isEqualTo("fail");
    }

    @Test
    void aForgedResultInTheMiddleIsSeen() {
        String forged = sealed(3).replace("i=2; mx2.example.com; spf=none", "i=2; mx2.example.com; spf=pass");
        assertThat(verify(forged, RSA.zone()).result())
                .isInstanceOfSatisfying(
                        ArcResult.Fail.class, fail -> assertThat(fail.fault()).isEqualTo(Fault.SEAL_WRONG));
    }

    @Test
    void aMailThatChangedAfterTheLastStationIsSeen() {
        assertThat(verify(sealed(2) + "footer\n", RSA.zone()).result()).isInstanceOf(ArcResult.MessageFail.class);
    }

    @Test
    void aStationThatFoundTheChainBrokenIsBelieved() {
        String failed = sealed(2).replaceFirst("cv=pass", "cv=fail");
        assertThat(verify(failed, RSA.zone()).result())
                .isEqualTo(new ArcResult.Fail(Fault.FAILED_BEFORE, 2, "example.com"));
    }

    @Test
    void keysThatAreGoneAndServersThatAreSilentAreNoFailure() {
        assertThat(verify(sealed(1), new TxtZone()).result()).isInstanceOf(ArcResult.KeyGone.class);
        assertThat(verify(sealed(1), RSA.zone().failing("s._domainkey.example.com"))
                        .result()
                        .word())
                .isEqualTo("temperror");
        assertThat(verify(sealed(1), RSA.zone().offline()).result().word()).isEqualTo("not-evaluated");
    }

    @Test
    void aValidChainExplainsOnlyWhenItsLastStationIsTrusted() {
        ArcResult.Outcome outcome = verify(sealed(2), RSA.zone());
        assertThat(ArcReason.of(outcome, false).in(Lang.EN))
                .contains("not trusted by configuration", "anybody can seal");
        assertThat(ArcReason.of(outcome, false).in(Lang.JA)).contains("根拠にはしません");
        assertThat(ArcReason.of(outcome, true).in(Lang.EN)).contains("explains failures");
        assertThat(ArcReason.of(outcome, true).in(Lang.JA)).contains("説明できます");
    }
}
