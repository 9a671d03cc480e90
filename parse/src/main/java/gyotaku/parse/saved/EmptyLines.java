package gyotaku.parse.saved;

import gyotaku.model.Defect.Kind;
import gyotaku.model.mail.Source;
import gyotaku.parse.mime.Notes;

/// White space above the first header field.
final class EmptyLines implements Wrapping {

    @Override
    public Source unwrap(Source sample, Notes notes) {
        byte[] bytes = sample.bytes();
        int at = sample.from();
        while (at < sample.to() && (bytes[at] == '\r' || bytes[at] == '\n' || bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        if (at == sample.from()) {
            return sample;
        }
        notes.defect(Kind.NOT_A_HEADER_LINE, sample, sample.from(), at);
        return sample.part(at, sample.to());
    }
}
