package gyotaku.parse;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Defect.Kind;
import gyotaku.model.Sha256;
import gyotaku.model.mail.Attachment;
import gyotaku.model.mail.ParsedMail;
import gyotaku.testkit.Suites;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The mails of noxxi's "MIME is broken": each hides a file, or the file's name, from some programs. Their header
/// `X-Payload-Id` holds the name of the trick; the file is the same in all of them.
class MimeIsBrokenTest {

    private static final String SUITE = "hostile/mime-is-broken/";

    /// The file of the one mail that hides nothing.
    private static final String PLAIN = "multipart-basic-singlepart-b64h-basic-base64-basic";

    private static final String NO_FILE = "the BinHex text holds the words ARRAY(0x55a642d8d418), not the file";

    /// Tricks whose file is in none of our readings, and why.
    private static final Map<String, String> NOT_REACHED = new TreeMap<>(Map.of(
            "multipart-basic-singlepart-binhex", NO_FILE,
            "multipart-basic-singlepart-binhex40", NO_FILE,
            "multipart-basic-singlepart-mac-binhex", NO_FILE,
            "multipart-basic-singlepart-mac-binhex40", NO_FILE));

    /// Tricks whose file name we do not read, and why.
    private static final Map<String, String> NAMES_NOT_READ = new TreeMap<>(Map.of(
            "fname-cdisp.png", "the file has no other name than file.png",
            "fname-ctype.png", "the file has no other name than file.png"));

    @Test
    void everyHiddenFileIsReached() {
        Map<String, byte[]> mails = mails("hide-content.d");
        Sha256 hidden = digests(Objects.requireNonNull(mails.get(PLAIN))).getLast();
        Map<String, String> missed = new TreeMap<>();
        mails.forEach((trick, bytes) -> {
            if (!digests(bytes).contains(hidden)) {
                missed.put(trick, MailParserTest.mail(bytes).defects().toString());
            }
        });
        assertThat(mails).hasSize(372);
        assertThat(missed.keySet()).as(missed.toString().replace("], ", "]\n")).isEqualTo(NOT_REACHED.keySet());
    }

    @Test
    void everyHiddenNameIsReadOrSaidToBeAmbiguous() {
        Map<String, byte[]> mails = mails("hide-filename.d");
        Map<String, String> missed = new TreeMap<>();
        mails.forEach((trick, bytes) -> {
            ParsedMail mail = MailParserTest.mail(bytes);
            Attachment file = mail.attachments().getLast();
            boolean said = mail.defects().stream().anyMatch(defect -> defect.kind() == Kind.AMBIGUOUS_NAME);
            if (!file.name().equals("file.zip") && !file.otherNames().contains("file.zip") && !said) {
                missed.put(trick, file.name() + " " + file.otherNames());
            }
        });
        assertThat(mails).hasSize(176);
        assertThat(missed.keySet()).as(missed.toString().replace("], ", "]\n")).isEqualTo(NAMES_NOT_READ.keySet());
    }

    private static Map<String, byte[]> mails(String folder) {
        Map<String, byte[]> mails = new TreeMap<>();
        for (Path file : Suites.files(Suites.folder(SUITE + folder), "")) {
            byte[] bytes = Suites.bytes(file);
            mails.put(trick(bytes), bytes);
        }
        return mails;
    }

    private static String trick(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("X-Payload-Id: ") + "X-Payload-Id: ".length();
        return text.substring(start, text.indexOf(" valid(", start));
    }

    private static List<Sha256> digests(byte[] bytes) {
        return MailParserTest.mail(bytes).attachments().stream()
                .map(Attachment::sha256)
                .toList();
    }
}
