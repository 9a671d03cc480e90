package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import gyotaku.engine.worker.ChildCommand;
import gyotaku.engine.worker.Workers;
import gyotaku.model.Lang;
import gyotaku.model.Limits;
import gyotaku.model.RawMail;
import gyotaku.model.mail.Opener;
import gyotaku.testkit.MailBuilder;
import gyotaku.testkit.Suites;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Messages in the form of Outlook and Exchange, read by the child processes: as the sample, as a mail's only content,
/// beside others, and again from the recording.
final class MessagesInFilesTest {

    private static final Instant NOW = Instant.parse("2026-08-31T02:00:00Z");
    private static final Settings SETTINGS = Offline.settings(Lang.values());

    private static Workers children;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        children = new Workers(
                Limits.standard().files(), ChildCommand.of(System.getProperty("java.class.path"), Optional.empty()));
    }

    @AfterAll
    static void end() {
        children.close();
    }

    private static byte[] suite(String name) {
        return Suites.bytes(Suites.file(name));
    }

    private static Outcome.Analysed analysed(byte[] sample) {
        return switch (new Engine(SETTINGS, children).analyseOffline(RawMail.of(sample), NOW)) {
            case Outcome.Analysed analysed -> analysed;
            case Outcome.NotMail(var why) -> fail(why.en());
        };
    }

    private static JsonNode read(byte[] sample) {
        return JsonMapper.shared().readTree(analysed(sample).files().contents().get("case.json"));
    }

    private static List<String> names(JsonNode attachments) {
        return attachments
                .valueStream()
                .map(file -> file.get("name").asString())
                .toList();
    }

    private static byte[] nested() throws IOException {
        return suite("msg/msgreader/EmailWithInnerMailAndAttachments.msg");
    }

    @Test
    void anOutlookFileIsASampleAndStaysTheEvidence() throws IOException {
        byte[] file = nested();
        assertThat(analysed(file).files().contents()).containsEntry("evidence/sample.eml", file);
        JsonNode made = read(file);
        assertThat(made.at("/sample/subject").asString()).isEqualTo("Outer mail");
        assertThat(made.at("/route/hops").size()).isZero();
        assertThat(names(made.get("attachments"))).containsExactly("OUTER 1.pdf", "OUTER 2.pdf", "Inner mail");
        assertThat(names(made.at("/attachments/2/files"))).containsExactly("INNER 1.pdf", "INNER 2.pdf");
    }

    @Test
    void theRouteIsThatOfTheHeaderItCameWith() throws IOException {
        JsonNode made = read(suite("msg/poi-hsmf/example_received_regular.msg"));
        assertThat(made.at("/route/hops").size()).isEqualTo(4);
        assertThat(made.at("/sample/receivedAt").asString()).isEqualTo("2010-01-11T16:25:07Z");
    }

    @Test
    void aMailThatOnlyCarriesOneIsItsCover() throws IOException {
        byte[] cover = MailBuilder.plain()
                .from("Hana <hana@example.net>")
                .text("Is this real?")
                .attachment("suspicious.msg", "application/vnd.ms-outlook", nested())
                .bytes();
        JsonNode made = read(cover);
        assertThat(made.at("/sample/subject").asString()).isEqualTo("Outer mail");
        assertThat(names(made.get("attachments"))).containsExactly("OUTER 1.pdf", "OUTER 2.pdf", "Inner mail");
    }

    @Test
    void beyondACoverItIsAFileWithFiles() throws IOException {
        byte[] mail = MailBuilder.plain()
                .subject("Minutes")
                .text("long words ".repeat(1_000))
                .attachment("notes.msg", "application/octet-stream", nested())
                .bytes();
        JsonNode made = read(mail);
        assertThat(made.at("/sample/subject").asString()).isEqualTo("Minutes");
        assertThat(names(made.get("attachments"))).containsExactly("notes.msg");
        assertThat(names(made.at("/attachments/0/files"))).containsExactly("OUTER 1.pdf", "OUTER 2.pdf", "Inner mail");
    }

    @Test
    void whatAWinmailDatHoldsStandsInItsPlace() throws IOException {
        byte[] mail = MailBuilder.plain()
                .text("")
                .attachment("winmail.dat", "application/ms-tnef", suite("tnef/mimekit/unicode-mapi-attr.tnef"))
                .bytes();
        assertThat(names(read(mail).get("attachments"))).containsExactly("example.dat");
    }

    @Test
    void aDkimSignatureOverATextThatIsNotKeptIsLeftOpen() throws IOException {
        JsonNode made = read(suite("msg/outlook-message-parser/simple reply with CC.msg"));
        assertThat(made.at("/auth/dkim/result").asString()).isEqualTo("not-evaluated");
        assertThat(made.at("/auth/dkim/reason").toString()).contains("Outlook");
    }

    @Test
    void aReplayNeedsNoReaderOfOutlookFiles() throws IOException, BrokenCase {
        Outcome.Analysed first = analysed(nested());
        CaseFolder written = CaseFolder.write(folder, "case", first.files());
        Recording recording = written.recording(1);
        assertThat(new Engine(recording.settings(), Opener.none()).replay(recording))
                .isInstanceOfSatisfying(
                        Outcome.Analysed.class,
                        again -> assertThat(again.files().contents().get("case.json"))
                                .isEqualTo(first.files().contents().get("case.json")));
    }

    @Test
    void anEmptyFileAndAnHtmlPartWithoutTextAreCalledWhatTheyAre() {
        byte[] mail = MailBuilder.plain()
                .from("Hana <hana@example.net>")
                .html("<img src='https://pictures.example/one.png'>")
                .attachment("photo.jpg", "image/jpeg", new byte[0])
                .bytes();
        String report = new String(
                analysed(mail).files().contents().getOrDefault("report.ja.html", new byte[0]), StandardCharsets.UTF_8);
        assertThat(report).contains("空のファイルで、中身はありません。", "HTML メールです。").doesNotContain("中は未確認", "テキストメールです");
    }

    @Test
    void whatWasNotAskedForOneReasonIsToldOnce() {
        byte[] mail = MailBuilder.plain()
                .from("Hana <hana@example.net>")
                .text("https://one.example/ https://two.example/ https://three.example/")
                .bytes();
        String report = new String(
                analysed(mail).files().contents().getOrDefault("report.ja.html", new byte[0]), StandardCharsets.UTF_8);
        String gaps = report.substring(report.indexOf("確認していないこと"), report.indexOf("時間の流れ"));
        assertThat(gaps.split("オフライン実行のため", -1)).hasSizeLessThan(6);
        assertThat(gaps).contains("ドメイン登録情報", "URLhaus", "ドメインのブロックリスト");
    }
}
