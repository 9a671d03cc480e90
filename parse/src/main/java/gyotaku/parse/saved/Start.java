package gyotaku.parse.saved;

import gyotaku.model.mail.Source;
import gyotaku.parse.mime.Notes;
import java.util.List;

/// From the bytes of a file to those of the message in it.
public final class Start {

    /// From the outside to the inside: a text is first read in its encoding, then taken apart.
    private static final List<Wrapping> WRAPPINGS = List.of(
            new Utf16(),
            new ByteOrderMark(),
            new Emlx(),
            new Indented(),
            new ShownOriginal(),
            new EmptyLines(),
            new LostFolding());

    private Start() {}

    /// The message in a sample. What is neither wrapped nor a message comes back as it is.
    public static Source of(Source sample, Notes notes) {
        Source inner = sample;
        for (Wrapping wrapping : WRAPPINGS) {
            inner = wrapping.unwrap(inner, notes);
        }
        return inner;
    }
}
