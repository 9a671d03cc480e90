package gyotaku.dissect.picture;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Trait;

/// A PNG, JPEG, GIF, BMP, TIFF or WebP: the QR codes in it, in every frame, and what it looks like.
@AutoService(FormatReader.class)
public final class PictureReader implements FormatReader {

    @Override
    public boolean reads(Specimen file) {
        return Decoder.FORMATS.containsKey(file.kind());
    }

    @Override
    public void read(Specimen file, Findings found) {
        Decoder.read(file.bytes(), file.kind(), found, frame -> {
            QrCodes.tell(frame.image(), frame.place(), found);
            if (frame.place().isEmpty()) {
                PerceptualHash.of(Picture.of(frame.image())).ifPresent(hash -> found.trait(Trait.Kind.LOOK, hash));
            }
        });
    }
}
