package gyotaku.parse.link;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.google.zxing.qrcode.QRCodeReader;
import gyotaku.model.Defect;
import gyotaku.model.Text;
import gyotaku.model.Truncated;
import gyotaku.model.mail.Link.Context;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds QR codes in pictures and takes the URLs in them as links.
final class QrReader {

    /// Against pictures that cost much time: all of a mail together, in pixels that are looked at.
    private static final long MOST_PIXELS = 24L << 20;

    /// The smallest QR code has 21 modules a side (ISO/IEC 18004).
    private static final int SMALLEST_SIDE = 21;

    private final Links links;
    private long looked;
    private int leftOut;

    QrReader(Links links) {
        this.links = links;
    }

    Optional<Truncated> read(List<DecodedImage> images) {
        images.forEach(this::read);
        Text what = Text.of("{0}個の画像ではQRコードを探していません。", "{0} pictures were not searched for QR codes.");
        return leftOut == 0
                ? Optional.empty()
                : Optional.of(new Truncated("qrPixels", MOST_PIXELS, what.with(leftOut)));
    }

    private void read(DecodedImage image) {
        if (looked >= MOST_PIXELS) {
            leftOut++;
            return;
        }
        Optional<Picture> picture = Picture.read(image.bytes());
        if (picture.isEmpty()) {
            links.add(Defect.Kind.UNREADABLE_IMAGE, image.body(), image.type());
            return;
        }
        looked += picture.get().pixels().length;
        for (String content : codes(picture.get())) {
            add(content.strip(), image);
        }
    }

    private void add(String content, DecodedImage image) {
        for (TextUrls.Hit hit : TextUrls.in(content)) {
            String written = hit.start() == 0 ? content : content.substring(hit.start(), hit.end());
            String url = hit.start() == 0 ? content : hit.url();
            boolean bare = !url.contains("://");
            Found found = new Found("QR", written, bare ? hit.url() : url, Context.QR_CODE, Optional.empty(), 0, 0);
            links.add(found, image.partPath(), image::body);
            if (hit.start() == 0) {
                return;
            }
        }
    }

    static Set<String> codes(Picture picture) {
        if (picture.width() < SMALLEST_SIDE || picture.height() < SMALLEST_SIDE) {
            return Set.of();
        }
        LuminanceSource light = new RGBLuminanceSource(picture.width(), picture.height(), picture.pixels());
        Set<String> contents = new LinkedHashSet<>();
        for (LuminanceSource source : List.of(light, light.invert())) {
            contents.addAll(contents(new BinaryBitmap(new HybridBinarizer(source))));
            if (contents.isEmpty()) {
                contents.addAll(contents(new BinaryBitmap(new GlobalHistogramBinarizer(source))));
            }
        }
        return contents;
    }

    private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);

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
