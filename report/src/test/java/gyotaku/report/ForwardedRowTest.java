package gyotaku.report;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.ByteSpan;
import gyotaku.model.DomainName;
import gyotaku.model.Lang;
import gyotaku.model.mail.Forwarded;
import gyotaku.model.mail.Mailbox;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the reports say of a mail that was forwarded inside the text.
final class ForwardedRowTest {

    private static final ByteSpan BLOCK = new ByteSpan(1, 2);

    private static Map<String, byte[]> files(Optional<Forwarded> forwarded) {
        return new Report(ForwardedRowTest::lastTwoLabels)
                .files(
                        SampleCase.with(SampleCase.airline().mail().attachments(), forwarded),
                        List.of(Lang.JA, Lang.EN));
    }

    private static DomainName lastTwoLabels(DomainName name) {
        String[] labels = name.ascii().split("\\.");
        int from = Math.max(0, labels.length - 2);
        return new DomainName(String.join(".", List.of(labels).subList(from, labels.length)));
    }

    private static final Forwarded QUOTED = new Forwarded(
            Forwarded.Style.GMAIL,
            new Mailbox("ANA", "info@bad-mail.example", BLOCK),
            "2026年11月24日 10:00 JST",
            Optional.of(OffsetDateTime.parse("2026-11-24T10:00:00+09:00")),
            List.of(new Mailbox("Jiro", "jiro.suzuki@example.org", BLOCK)),
            List.of(new Mailbox("", "saburo.ito@example.org", BLOCK)),
            "Points",
            BLOCK,
            "From: ANA <info@bad-mail.example> To: jiro.suzuki@example.org",
            2);

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    @Test
    void bothLanguagesSayWhatIsClaimedAndThatNothingOfItIsChecked() {
        Map<String, byte[]> files = files(Optional.of(QUOTED));
        assertThat(text(files, "report.ja.html"))
                .contains("本文の中に転送したもの", "info@bad-mail.example", "2026年11月24日 10:00 JST", "添付ファイルとして転送");
        assertThat(text(files, "report.en.html"))
                .contains("forwards another one inside its text", "info@bad-mail.example", "as an attachment");
        assertThat(text(files, "case.json")).contains("\"forwarded\"", "\"gmail\"", "2026-11-24T01:00:00Z");
    }

    @Test
    void theTwinForPublicationHidesWhoWasWrittenTo() {
        Map<String, byte[]> files = files(Optional.of(QUOTED));
        assertThat(text(files, "report.en.html")).contains("jiro.suzuki");
        for (String name : List.of("public.ja.html", "public.en.html")) {
            assertThat(text(files, name)).doesNotContain("jiro.suzuki", "saburo.ito");
        }
    }

    @Test
    void aMailThatForwardsNothingSaysNothingOfIt() {
        Map<String, byte[]> files = files(Optional.empty());
        assertThat(text(files, "report.en.html")).doesNotContain("forwards another one");
        assertThat(text(files, "case.json")).doesNotContain("\"forwarded\"");
    }
}
