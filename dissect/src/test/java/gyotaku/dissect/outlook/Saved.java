package gyotaku.dissect.outlook;

import gyotaku.dissect.Dissector;
import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Source;
import gyotaku.parse.mime.MimeMessage;
import gyotaku.parse.mime.MimeReader;
import gyotaku.parse.mime.Notes;
import java.util.List;

/// A message that Outlook saved, opened and read.
final class Saved {

    private Saved() {}

    static Opened opened(byte[] file, Enclosure.Wish wish) {
        return new Dissector(Limits.standard())
                .open(new Enclosure("", "application/vnd.ms-outlook", file, List.of(), wish));
    }

    static MimeMessage mail(Opened opened) {
        return MimeReader.read(Source.of(opened.message().orElseThrow()), Limits.standard(), new Notes());
    }
}
