package gyotaku.dissect.picture;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Opened;
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
        QrCodes.tell(picture.get(), "", found);
    }
}
