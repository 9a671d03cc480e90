package gyotaku.dissect.page;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.Limits;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Part;
import gyotaku.model.mail.Source;
import gyotaku.parse.mime.MimeReader;
import gyotaku.parse.mime.Notes;
import gyotaku.parse.mime.Piece;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// A page saved with all that it shows (MHTML, RFC 2557): its parts are files in it.
@AutoService(FormatReader.class)
public final class MhtmlReader implements FormatReader {

    private static final Set<String> NAMES = Set.of("mht", "mhtml");
    private static final int HEAD = 2_048;

    private final Limits limits = Limits.standard();

    @Override
    public boolean reads(Specimen file) {
        int length = Math.min(HEAD, file.bytes().length);
        String head = new String(file.bytes(), 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean saved = head.contains("mime-version:") && head.contains("multipart/related");
        return saved
                && (NAMES.contains(file.extension())
                        || file.kind().isEmpty()
                        || file.kind().equals("text/html"));
    }

    @Override
    public void read(Specimen file, Findings found) {
        Notes notes = new Notes();
        for (Piece piece :
                MimeReader.read(Source.of(file.bytes()), limits, notes).pieces()) {
            if (!piece.content().isMultipart()) {
                found.file(name(piece.part()), piece.copy());
            }
        }
        notes.truncated().forEach(cut -> found.truncated(cut.limit(), cut.value(), cut.what()));
    }

    private static String name(Part part) {
        return part.fileName().isEmpty()
                ? part.headers().stream()
                        .filter(header -> header.is("Content-Location"))
                        .map(Header::body)
                        .map(String::strip)
                        .findFirst()
                        .orElse("")
                : part.fileName();
    }
}
