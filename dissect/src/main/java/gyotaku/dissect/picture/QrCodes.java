package gyotaku.dissect.picture;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import gyotaku.dissect.Findings;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import gyotaku.parse.link.TextUrls;
import java.awt.image.BufferedImage;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Finds QR codes (ISO/IEC 18004) in a picture, also inverted, faint and coloured ones.
public final class QrCodes {

    /// The smallest QR code has 21 modules a side (ISO/IEC 18004).
    static final int SMALLEST_SIDE = 21;

    private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);

    private QrCodes() {}

    /// Tells `found` of the codes in a picture and of the URLs in them.
    ///
    /// @param place where in the file, as `page 1`, or empty for the whole
    public static void tell(BufferedImage image, String place, Findings found) {
        Set<String> contents = in(Picture.of(image));
        if (contents.isEmpty() && image.getColorModel().hasAlpha()) {
            contents = in(Picture.on(0, image));
        }
        for (String content : contents) {
            found.trait(Trait.Kind.QR_CODE, content);
            urls(content.strip(), place, found);
        }
    }

    /// A code that begins with a URL is that URL; else those in its words.
    private static void urls(String content, String place, Findings found) {
        for (TextUrls.Hit hit : TextUrls.in(content)) {
            boolean whole = hit.start() == 0;
            String written = whole ? content : content.substring(hit.start(), hit.end());
            found.link("QR", written, Link.Context.QR_CODE, place);
            if (whole) {
                return;
            }
        }
    }

    /// What the codes say, each once.
    static Set<String> in(Picture picture) {
        if (picture.width() < SMALLEST_SIDE || picture.height() < SMALLEST_SIDE) {
            return Set.of();
        }
        Set<String> contents = in(Grey.of(picture));
        return contents.isEmpty()
                ? Grey.others(picture, SMALLEST_SIDE)
                        .map(QrCodes::once)
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse(Set.of())
                : contents;
    }

    /// With one binarizer only, for pictures in which there is likely nothing.
    private static Set<String> once(Grey grey) {
        LuminanceSource light = grey.source();
        return Stream.of(light, light.invert())
                .map(source -> Set.copyOf(single(new BinaryBitmap(new HybridBinarizer(source)))))
                .filter(contents -> !contents.isEmpty())
                .findFirst()
                .orElse(Set.of());
    }

    private static Set<String> in(Grey grey) {
        LuminanceSource light = grey.source();
        Set<String> contents = new LinkedHashSet<>();
        for (LuminanceSource source : List.of(light, light.invert())) {
            contents.addAll(contents(new BinaryBitmap(new HybridBinarizer(source))));
            if (contents.isEmpty()) {
                contents.addAll(contents(new BinaryBitmap(new GlobalHistogramBinarizer(source))));
            }
        }
        return contents;
    }

    private static List<String> contents(BinaryBitmap bitmap) {
        try {
            return Stream.of(new QRCodeMultiReader().decodeMultiple(bitmap, HINTS))
                    .map(Result::getText)
                    .toList();
        } catch (NotFoundException _) {
            return single(bitmap);
        }
    }

    /// The reader for one code finds some that the reader for several does not.
    private static List<String> single(BinaryBitmap bitmap) {
        try {
            return List.of(new QRCodeReader().decode(bitmap, HINTS).getText());
        } catch (ReaderException _) {
            return List.of();
        }
    }
}
