package gyotaku.dissect.picture;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.parse.link.TextUrls;
import java.util.Optional;
import java.util.Set;

/// A PNG, JPEG, GIF or BMP: the QR codes in it.
@AutoService(FormatReader.class)
public final class PictureReader implements FormatReader {

    private static final Set<String> KINDS = Set.of("image/png", "image/jpeg", "image/gif", "image/bmp");

    @Override
    public boolean reads(Specimen file) {
        return KINDS.contains(file.kind());
    }

    @Override
    public void read(Specimen file, Findings found) {
        Optional<Picture> picture = Picture.read(file.bytes());
        if (picture.isEmpty()) {
            found.state(Opened.State.BROKEN, "it cannot be decoded");
            return;
        }
        for (String content : QrCodes.in(picture.get())) {
            found.trait(Trait.Kind.QR_CODE, content);
            urls(content.strip(), found);
        }
    }

    /// A code that begins with a URL is that URL; else those in its words.
    private static void urls(String content, Findings found) {
        for (TextUrls.Hit hit : TextUrls.in(content)) {
            boolean whole = hit.start() == 0;
            String written = whole ? content : content.substring(hit.start(), hit.end());
            found.link("QR", written, Link.Context.QR_CODE, "");
            if (whole) {
                return;
            }
        }
    }
}
