package gyotaku.dissect.outlook;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.Limits;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Words;
import gyotaku.parse.CarriedMail;
import gyotaku.parse.mime.Piece;
import java.io.IOException;

/// A mail that comes as a file (RFC 5322): what it says, where it leads, and the files that it brings.
@AutoService(FormatReader.class)
public final class MailReader implements FormatReader {

    @Override
    public boolean reads(Specimen file) {
        return file.label().equals("message/rfc822")
                || file.label().equals("message/global")
                || file.kind().isEmpty() && file.extension().equals("eml");
    }

    @Override
    public void read(Specimen file, Findings found) throws IOException {
        tell(file.bytes(), found);
    }

    static void tell(byte[] message, Findings found) throws IOException {
        CarriedMail mail = CarriedMail.of(message, Limits.standard());
        mail.truncated().forEach(cut -> found.truncated(cut.limit(), cut.value(), cut.what()));
        found.words(Words.Origin.WRITTEN, "", mail.body().visible());
        for (Link link : mail.links()) {
            found.link(link.text(), link.written(), link.context(), "");
        }
        for (Piece piece : mail.files()) {
            found.file(piece.part().fileName(), piece.part().type(), piece.copy());
        }
    }
}
