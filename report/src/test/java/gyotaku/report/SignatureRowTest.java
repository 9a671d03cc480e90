package gyotaku.report;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Lang;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.testkit.TestSuffixes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the reports say of a signature, and of a file that was not read to its end.
class SignatureRowTest {

    private static final Instant RECEIVED = SampleCase.airline()
            .mail()
            .receivedAt()
            .map(OffsetDateTime::toInstant)
            .orElseThrow();

    private static final Pattern ESCAPED = Pattern.compile("&#([0-9]+);");

    private static Map<String, byte[]> files(Opened opened) {
        Attachment old = SampleCase.airline().mail().attachments().getFirst();
        Attachment file = new Attachment(
                "smime.p7s",
                "application/pkcs7-signature",
                "",
                old.prints(),
                old.size(),
                old.partPath(),
                old.span(),
                opened,
                List.of());
        return new Report(new TestSuffixes())
                .files(SampleCase.with(List.of(file), Optional.empty()), List.of(Lang.JA, Lang.EN));
    }

    private static String text(Map<String, byte[]> files, String lang) {
        String page = new String(files.get("report." + lang + ".html"), StandardCharsets.UTF_8);
        return ESCAPED.matcher(page.replaceAll("<style.*?</style>|<[^>]*>", ""))
                .replaceAll(
                        escaped -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(escaped.group(1)))));
    }

    private static Opened signed(Trait.Kind kind, String detail) {
        return new Opened(
                Opened.State.READ,
                "",
                List.of(new Trait(kind, detail)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "-10, 10, its certificate was within its dates, 証明書の有効期間内でした",
        "0, 0, its certificate was within its dates, 証明書の有効期間内でした",
        "-10, -1, its certificate had expired, 証明書の有効期間が過ぎていました",
        "1, 10, its certificate was not valid yet, 証明書の有効期間がまだ始まっていませんでした"
    })
    void theCertificatesDatesAreHeldAgainstTheReceipt(int from, int to, String en, String ja) {
        Map<String, byte[]> files = files(signed(
                Trait.Kind.SIGNATURE_MATCHES,
                "valid " + RECEIVED.plus(from, ChronoUnit.SECONDS) + " to " + RECEIVED.plus(to, ChronoUnit.SECONDS)
                        + "; signed 2026-02-20T00:00:00Z; valid 1999-01-01T00:00:00Z to 1999-02-01T00:00:00Z"));
        assertThat(text(files, "en")).containsOnlyOnce("When the mail was received, " + en);
        assertThat(text(files, "ja")).containsOnlyOnce(ja);
    }

    @Test
    void datesThatTheSignerChoseAsItsNameAreNotTheCertificates() {
        String text = text(
                files(signed(
                        Trait.Kind.SIGNATURE_UNCHECKED,
                        "no key came along; issuer CN=valid 1999-01-01T00:00:00Z to 2999-01-01T00:00:00Z, serial 1")),
                "en");
        assertThat(text).doesNotContain("When the mail was received, its certificate");
    }

    @Test
    void theFixedWordsAreInBothLanguages() {
        Map<String, byte[]> files = files(signed(
                Trait.Kind.SIGNATURE_UNCHECKED, "no key came along; issuer CN=A B to C, serial 2; key 0123ABCD"));
        assertThat(text(files, "ja")).contains("鍵が付いていません、発行者 CN=A B to C、シリアル番号 2、鍵 0123ABCD");
        assertThat(text(files, "en")).contains("no key came along; issuer CN=A B to C, serial 2; key 0123ABCD");
    }

    @Test
    void whyAFileWasNotReadIsInBothLanguages() {
        Map<String, byte[]> locked = files(Opened.of(Opened.State.LOCKED, "none of 3 passwords opens it"));
        assertThat(text(locked, "ja")).contains("（3 個のパスワードのいずれでも開けません）");
        assertThat(text(locked, "en")).contains("(none of 3 passwords opens it)");
        Map<String, byte[]> own = files(Opened.of(Opened.State.BROKEN, "EOFException: at 12"));
        assertThat(text(own, "ja")).contains("（EOFException: at 12）");
    }
}
