package gyotaku.parse.saved;

import gyotaku.model.mail.Source;
import gyotaku.parse.mime.Notes;

/// One thing that programs put around a message, or do to it, when they save it.
interface Wrapping {

    /// The message without it, and a note on what was there; `sample` itself where nothing of the kind stands.
    Source unwrap(Source sample, Notes notes);
}
