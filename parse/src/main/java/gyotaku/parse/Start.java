package gyotaku.parse;

import gyotaku.model.Defect.Kind;
import gyotaku.model.mail.Source;
import gyotaku.parse.mime.Notes;

/// Where a message begins in its bytes: after a byte order mark and after empty lines, which programs put there when
/// they
/// save a mail.
final class Start {

    private Start() {}

    static Source of(Source sample, Notes notes) {
        byte[] bytes = sample.bytes();
        int at = sample.from();
        if (sample.to() - at >= 3
                && bytes[at] == (byte) 0xef
                && bytes[at + 1] == (byte) 0xbb
                && bytes[at + 2] == (byte) 0xbf) {
            notes.defect(Kind.BYTE_ORDER_MARK, sample, at, at + 3);
            at += 3;
        }
        int start = at;
        while (at < sample.to() && (bytes[at] == '\r' || bytes[at] == '\n' || bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        if (at > start) {
            notes.defect(Kind.NOT_A_HEADER_LINE, sample, start, at);
        }
        return sample.part(at, sample.to());
    }
}
