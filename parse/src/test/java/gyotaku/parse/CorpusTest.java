package gyotaku.parse;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.ByteSpan;
import gyotaku.model.Limits;
import gyotaku.model.mail.ParsedMail;
import gyotaku.model.mail.Source;
import gyotaku.parse.mime.MimeReader;
import gyotaku.parse.mime.Notes;
import gyotaku.testkit.Suites;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Every real mail at hand is read: every file of the suites beside the project, mail or not, and those of the folder
/// that the system
/// property `gyotaku.data` names.
class CorpusTest {

    @Test
    void suitesAreReadTwiceTheSameWithinTheirBytes() {
        assertThat(failures(Suites.files(Suites.folder(""), ""))).isEmpty();
    }

    @Test
    void realMailsAreReadTwiceTheSameWithinTheirBytes() {
        assertThat(failures(data())).isEmpty();
    }

    /// Apache James mime4j as a second opinion.
    @Test
    void realMailsHaveAsManyFieldsAsAnotherParserFindsOrADefect() {
        List<String> different = new ArrayList<>();
        for (Path file : data()) {
            byte[] bytes = Suites.bytes(file);
            Notes notes = new Notes();
            int ours = MimeReader.read(Source.of(bytes), Limits.standard(), notes)
                    .root()
                    .headers()
                    .size();
            int theirs = fields(bytes);
            if (ours != theirs && notes.defects().isEmpty()) {
                different.add(file + ": ours " + ours + ", theirs " + theirs);
            }
        }
        assertThat(different).isEmpty();
    }

    private static List<Path> data() {
        String folder = System.getProperty("gyotaku.data", "");
        Assumptions.assumeTrue(
                !folder.isEmpty() && Files.isDirectory(Path.of(folder)), "gyotaku.data names no folder of mails");
        return Suites.files(Path.of(folder), ".eml");
    }

    private static List<String> failures(List<Path> files) {
        return files.stream().flatMap(file -> failure(file).stream()).toList();
    }

    private static List<String> failure(Path file) {
        byte[] bytes = Suites.bytes(file);
        try {
            Reading first = MailParserTest.read(bytes);
            if (!first.equals(MailParserTest.read(bytes))) {
                return List.of(file + ": another result");
            }
            ByteSpan sample = new ByteSpan(0, bytes.length);
            return first instanceof Reading.Mail(ParsedMail mail)
                    ? outside(mail, sample).map(span -> file + ": " + span).toList()
                    : List.of();
        } catch (RuntimeException e) {
            return List.of(file + ": " + e);
        }
    }

    private static Stream<ByteSpan> outside(ParsedMail mail, ByteSpan sample) {
        return BrokenMailTest.spans(mail).filter(span -> !sample.contains(span));
    }

    private static int fields(byte[] bytes) {
        MimeTokenStream stream = new MimeTokenStream(MimeConfig.PERMISSIVE);
        stream.parse(new ByteArrayInputStream(bytes));
        int count = 0;
        try {
            for (EntityState state = stream.getState();
                    state != EntityState.T_END_HEADER && state != EntityState.T_END_OF_STREAM;
                    state = stream.next()) {
                count += state == EntityState.T_FIELD ? 1 : 0;
            }
        } catch (IOException | MimeException e) {
            throw new AssertionError(e);
        }
        return count;
    }
}
