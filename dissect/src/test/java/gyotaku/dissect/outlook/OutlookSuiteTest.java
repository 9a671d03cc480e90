package gyotaku.dissect.outlook;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Sha256;
import gyotaku.model.mail.Enclosure.Wish;
import gyotaku.model.mail.Inside;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Part;
import gyotaku.parse.header.EncodedWords;
import gyotaku.parse.mime.MimeMessage;
import gyotaku.parse.mime.Piece;
import gyotaku.testkit.Suites;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.poi.hsmf.MAPIMessage;
import org.apache.poi.hsmf.datatypes.AttachmentChunks;
import org.apache.poi.hsmf.exceptions.ChunkNotFoundException;
import org.junit.jupiter.api.Test;

/// The `.msg` files of five projects, with HSMF of Apache POI as a second opinion: the same subject, texts and
/// attachments.
class OutlookSuiteTest {

    private static final String FUZZED = "outlook-fuzz-poi/clusterfuzz-testcase-minimized-POIHSMFFuzzer-";
    private static final String OLD_FUZZED = "poi-hsmf/clusterfuzz-testcase-minimized-POIHSMFFuzzer-";
    private static final String FUZZ = "HSMF throws for a property of another type than its own; we leave it out";
    private static final String SIGNED = "the attachment is the signed entity, whose parts we read";

    /// Where we read otherwise, and why.
    private static final Map<String, String> EXCEPTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry(FUZZED + "4735011465854976.msg file", FUZZ),
            Map.entry(FUZZED + "4848576776503296.msg file", FUZZ),
            Map.entry(FUZZED + "5336473854148608.msg file", FUZZ),
            Map.entry(OLD_FUZZED + "4735011465854976.msg file", FUZZ),
            Map.entry(OLD_FUZZED + "4848576776503296.msg file", FUZZ),
            Map.entry(OLD_FUZZED + "5336473854148608.msg file", FUZZ),
            Map.entry("outlook-message-parser/S_MIME test message signed.msg attachments", SIGNED),
            Map.entry("poi-hsmf/logsat.com_signatures_valid.msg attachments", SIGNED),
            Map.entry(
                    "outlook-message-parser/simple sent.msg subject",
                    "the header that it came with counts before what a program changed afterwards")));

    private record Difference(String what, String ours, String theirs) {}

    @Test
    void subjectsTextsAndAttachmentsAreThoseOfHsmf() throws Exception {
        Map<String, String> different = new TreeMap<>();
        int compared = 0;
        for (Path file : Stream.of("msg", "hostile/outlook-fuzz-poi")
                .flatMap(suite -> Suites.files(Suites.folder("" + suite), ".msg").stream())
                .toList()) {
            compared++;
            String name = Suites.name(file);
            differences(file)
                    .forEach(found -> different.put(
                            name + " " + found.what(), "\n  ours   " + found.ours() + "\n  theirs " + found.theirs()));
        }
        assertThat(different.keySet()).as(different.toString()).isEqualTo(EXCEPTIONS.keySet());
        assertThat(compared).isGreaterThan(75);
    }

    private static Stream<Difference> differences(Path file) throws Exception {
        byte[] bytes = Suites.bytes(file);
        Opened opened = Saved.opened(bytes, Wish.MESSAGE);
        MAPIMessage theirs;
        try {
            theirs = new MAPIMessage(new ByteArrayInputStream(bytes));
        } catch (IOException | RuntimeException e) {
            return Stream.of(new Difference("file", opened.state() + " " + opened.detail(), e.toString()));
        }
        if (opened.message().isEmpty()) {
            return Stream.of(new Difference("file", opened.state() + " " + opened.detail(), "read"));
        }
        theirs.guess7BitEncoding();
        MimeMessage ours = Saved.mail(opened);
        return Stream.of(
                        new Difference("subject", subject(ours), squeezed(said(theirs::getSubject))),
                        new Difference("text", text(ours, "text/plain"), squeezed(said(theirs::getTextBody))),
                        new Difference("html", text(ours, "text/html"), squeezed(said(theirs::getHtmlBody))),
                        new Difference("attachments", attachments(ours), attachments(theirs)))
                // HTML out of RTF is not made there.
                .filter(found -> !found.what().equals("html") || !found.theirs().isEmpty())
                .filter(found -> !found.ours().equals(found.theirs()));
    }

    private interface Chunk {
        String text() throws ChunkNotFoundException;
    }

    private static String said(Chunk chunk) {
        try {
            String text = chunk.text();
            return text == null ? "" : text;
        } catch (ChunkNotFoundException _) {
            return "";
        }
    }

    private static String subject(MimeMessage mail) {
        return mail.root().headers().stream()
                .filter(header -> header.is("Subject"))
                .map(header -> squeezed(EncodedWords.decode(header.body()).value()))
                .findFirst()
                .orElse("");
    }

    private static String text(MimeMessage mail, String type) {
        return mail.pieces().stream()
                .filter(piece -> !piece.inner() && piece.part().disposition().isEmpty())
                .map(Piece::part)
                .filter(part -> part.type().equals(type))
                .map(part -> squeezed(part.text().orElse("")))
                .findFirst()
                .orElse("");
    }

    private static String squeezed(String text) {
        return text.replace("\0", "").replaceAll("\\s+", " ").strip();
    }

    private static String attachments(MimeMessage mail) {
        Predicate<Part> attached = part -> !part.disposition().isEmpty();
        return mail.pieces().stream()
                .filter(piece -> !piece.inner())
                .map(Piece::part)
                .filter(attached)
                .map(part -> part.type().equals("message/rfc822") ? "message" : part.fileName() + " " + part.content())
                .sorted()
                .toList()
                .toString();
    }

    private static String attachments(MAPIMessage mail) {
        return Stream.of(mail.getAttachmentFiles())
                .map(OutlookSuiteTest::attachment)
                .sorted()
                .toList()
                .toString();
    }

    private static String attachment(AttachmentChunks chunks) {
        if (chunks.isEmbeddedMessage()) {
            return "message";
        }
        String name = Stream.of(chunks.getAttachLongFileName(), chunks.getAttachFileName())
                .filter(chunk -> chunk != null && !chunk.getValue().isBlank())
                .map(chunk -> chunk.getValue().replace("\0", ""))
                .findFirst()
                .orElse("");
        byte[] data = chunks.getEmbeddedAttachmentObject();
        return name + " " + (data == null ? Sha256.of(new byte[0]) : Sha256.of(data));
    }

    @Test
    void filesOfEmbeddedMessagesAreOpened() {
        Path file = Suites.folder("msg/msgreader").resolve("EmailWithInnerMailAndAttachments.msg");
        Opened opened = Saved.opened(Suites.bytes(file), Wish.CONTENT);
        assertThat(opened.all().map(Inside::name)).contains("OUTER 1.pdf", "OUTER 2.pdf", "INNER 1.pdf", "INNER 2.pdf");
        assertThat(opened.all().filter(inside -> inside.name().equals("INNER 1.pdf")))
                .allSatisfy(inside -> assertThat(inside.size()).isEqualTo(15541));
    }
}
