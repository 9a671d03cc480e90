package gyotaku.parse.mime;

import gyotaku.model.ByteSpan;
import gyotaku.parse.link.DecodedText;

/// Computed at the first question, by decoding once more: characters to bytes of the charset, those to bytes of the
/// transfer encoding.
public final class PartOffsets implements DecodedText.Offsets {

    private static final int[] UNKNOWN = {};

    private final Piece piece;
    private final int textBytes;
    private int[] charStarts = UNKNOWN;
    private int[] byteStarts = UNKNOWN;

    PartOffsets(Piece piece, int textBytes) {
        this.piece = piece;
        this.textBytes = textBytes;
    }

    @Override
    public ByteSpan span(int start, int end) {
        if (piece.coding().isEmpty() || piece.source().encodedIn().isPresent()) {
            return piece.source().span(piece.start(), piece.end());
        }
        decode();
        int from = charStarts[within(start)];
        int to = Math.max(from, charStarts[within(end)]);
        return new ByteSpan(origin(from), to > from ? end(to - 1) : origin(from));
    }

    private int within(int character) {
        return Math.clamp(character, 0, charStarts.length - 1);
    }

    private synchronized void decode() {
        if (charStarts.length > 0) {
            return;
        }
        int from = piece.data().from();
        int to = Math.min(piece.data().to(), from + textBytes);
        byteStarts = switch (piece.content().transfer()) {
            case IDENTITY -> UNKNOWN;
            case BASE64, QUOTED_PRINTABLE, UUENCODE, Q ->
                piece.content().transfer().origins(piece.source().bytes(), piece.start(), piece.end());
        };
        charStarts = piece.coding().orElseThrow().offsets(piece.data().bytes(), from, to);
    }

    private int origin(int decoded) {
        return byteStarts.length == 0 ? decoded : byteStarts[decoded];
    }

    /// After the last encoded byte of a decoded one.
    private int end(int decoded) {
        int at = origin(decoded);
        int width = switch (piece.content().transfer()) {
            case IDENTITY -> 1;
            case QUOTED_PRINTABLE, Q -> piece.source().bytes()[at] == '=' ? 3 : 1;
            case BASE64, UUENCODE -> 2;
        };
        return Math.min(at + width, piece.end());
    }
}
