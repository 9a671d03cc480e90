package gyotaku.model.mail;

import gyotaku.model.ByteSpan;
import gyotaku.model.Evidence;
import gyotaku.model.Trust;
import gyotaku.model.WebUrl;
import java.util.List;

/// A link or a load that the mail asks for.
///
/// @param text what the reader sees of it: the anchor's text, the image's alternative text, or the written URL
/// @param written the URL as it stands in the mail
/// @param target where it leads after `<base>`, relative resolution and unwrapping
/// @param wrappers the hosts of the rewriting services that were unwrapped, outermost first
/// @param context where it stands
/// @param partPath [Part#path] it stands in
/// @param place where in a file: its name, those of files in it, `page 2`; empty when it stands in the mail itself
/// @param span of its bytes in the sample
public record Link(
        String text,
        String written,
        WebUrl target,
        List<String> wrappers,
        Context context,
        String partPath,
        String place,
        ByteSpan span) {

    public enum Context {
        ANCHOR,
        AREA,
        FORM,
        META_REFRESH,
        FRAME,
        TEXT,
        QR_CODE,
        /// In a file that comes with the mail, to be clicked there.
        FILE,
        /// Read off a picture.
        RECOGNISED,
        HEADER,
        IMAGE,
        /// A picture too small to be seen: loading it tells that the mail was opened.
        PIXEL,
        STYLE,
        OTHER;

        /// Whether a reader gets there by an act of his own, or by opening the mail.
        public boolean isFollowed() {
            return switch (this) {
                case ANCHOR, AREA, FORM, META_REFRESH, FRAME, TEXT, QR_CODE, FILE, RECOGNISED -> true;
                case HEADER, IMAGE, PIXEL, STYLE, OTHER -> false;
            };
        }
    }

    public Link {
        wrappers = List.copyOf(wrappers);
    }

    public Evidence evidence() {
        return new Evidence.InSample("link", span, text.isEmpty() ? written : text + " → " + written, Trust.CLAIMED);
    }
}
