package gyotaku.parse.saved;

import gyotaku.model.Defect.Kind;
import gyotaku.model.mail.Source;
import gyotaku.parse.mime.Notes;

/// The mark that Windows editors put before UTF-8.
final class ByteOrderMark implements Wrapping {

    @Override
    public Source unwrap(Source sample, Notes notes) {
        byte[] bytes = sample.bytes();
        int at = sample.from();
        boolean marked = sample.to() - at >= 3
                && bytes[at] == (byte) 0xef
                && bytes[at + 1] == (byte) 0xbb
                && bytes[at + 2] == (byte) 0xbf;
        if (!marked) {
            return sample;
        }
        notes.defect(Kind.BYTE_ORDER_MARK, sample, at, at + 3);
        return sample.part(at + 3, sample.to());
    }
}
