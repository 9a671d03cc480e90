package gyotaku.analyse.auth;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import gyotaku.analyse.MailOf;
import gyotaku.analyse.auth.arc.ArcReason;
import gyotaku.analyse.auth.arc.ArcResult;
import gyotaku.analyse.auth.arc.ArcVerifier;
import gyotaku.analyse.auth.dkim.DkimReason;
import gyotaku.analyse.auth.dkim.DkimVerifier;
import gyotaku.analyse.auth.dkim.KeyBook;
import gyotaku.analyse.auth.dkim.RawMessage;
import gyotaku.analyse.auth.dmarc.DmarcReason;
import gyotaku.analyse.auth.dmarc.DmarcVerifier;
import gyotaku.analyse.auth.dmarc.DmarcVerifier.Identifier;
import gyotaku.analyse.auth.dmarc.DmarcVerifier.State;
import gyotaku.model.mail.Source;
import java.util.List;
import java.util.Set;

/// Foreign letters in every place where DKIM, ARC and DMARC read some. The seeds lie in `SignatureFuzzTestInputs`;
/// without `JAZZER_FUZZ` in the environment they alone are run.
class SignatureFuzzTest {

    private static final Set<String> WORDS =
            Set.of("pass", "fail", "none", "neutral", "permerror", "temperror", "not-evaluated");

    private static final String KEY = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    private static TxtZone zone() {
        return new TxtZone().txt("s._domainkey.example.com", KEY);
    }

    /// A whole mail: its fields, its signatures, its chain.
    @FuzzTest(maxDuration = "3m")
    void mail(byte[] input) {
        RawMessage message = RawMessage.of(Source.of(input));
        TxtZone zone = zone();
        KeyBook keys = new KeyBook(zone);
        List<DkimVerifier.Outcome> outcomes = DkimVerifier.verify(message, 1_780_000_000L, keys);
        assertThat(outcomes).hasSameSizeAs(message.fields("dkim-signature"));
        outcomes.forEach(outcome -> {
            assertThat(WORDS).contains(outcome.result().word());
            assertThat(DkimReason.of(outcome).ja()).isNotBlank();
        });
        ArcResult.Outcome chain = ArcVerifier.verify(message, keys);
        assertThat(WORDS).contains(chain.result().word());
        assertThat(ArcReason.of(chain, true).en()).isNotBlank();
        assertThat(zone.asked().size()).isLessThanOrEqualTo(DkimVerifier.MOST_VERIFIED + 51);
        message.fields().forEach(field -> assertThat(field.span().end()).isLessThanOrEqualTo(input.length));
    }

    /// The value of a DKIM-Signature.
    @FuzzTest(maxDuration = "3m")
    void signature(byte[] input) {
        mail(("DKIM-Signature: " + new String(input, ISO_8859_1) + "\r\nFrom: a@example.com\r\n\r\nHi.\r\n")
                .getBytes(ISO_8859_1));
    }

    /// The record of a key, for a signature that asks for it.
    @FuzzTest(maxDuration = "3m")
    void key(byte[] input) {
        String signature = "DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=s; h=from; b=AAAA;"
                + " bh=frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY=\r\n";
        String record = new String(input, ISO_8859_1);
        TxtZone zone = new TxtZone().txt("s._domainkey.example.com", record);
        RawMessage message = RawMessage.of(Source.of((signature + "From: a@example.com\r\n\r\n").getBytes(ISO_8859_1)));
        DkimVerifier.Outcome outcome =
                DkimVerifier.verify(message, 1_780_000_000L, new KeyBook(zone)).getFirst();
        assertThat(outcome.result().word()).isIn("fail", "permerror");
        assertThat(zone.asked()).hasSize(1);
    }

    /// A DMARC record, for a mail that nothing proves.
    @FuzzTest(maxDuration = "3m")
    void policy(byte[] input) {
        String record = new String(input, ISO_8859_1);
        TxtZone zone = new TxtZone().txt("_dmarc.example.com", record).txt("_dmarc.com", "v=DMARC1; " + record);
        DmarcVerifier.Question question = new DmarcVerifier.Question(
                List.of("mail.example.com"), List.of(new Identifier("SPF", "b.example.com", State.FAILED)));
        DmarcVerifier.Outcome outcome = DmarcVerifier.verify(question, zone, MailOf.SUFFIXES);
        assertThat(outcome.result().word()).isIn("fail", "none");
        assertThat(DmarcReason.of(outcome, "mail.example.com").ja()).isNotBlank();
    }

    /// What is a tag-list stays the same when its tags are put together again.
    @FuzzTest(maxDuration = "3m")
    void tags(byte[] input) {
        String text = new String(input, ISO_8859_1);
        TagList.strict(text).ifPresent(tags -> {
            StringBuilder again = new StringBuilder();
            tags.values()
                    .forEach((name, value) ->
                            again.append(name).append('=').append(value).append(';'));
            assertThat(TagList.strict(again.toString())).contains(tags);
        });
        assertThat(TagList.lenient(text).values()).hasSizeLessThanOrEqualTo(100);
    }
}
