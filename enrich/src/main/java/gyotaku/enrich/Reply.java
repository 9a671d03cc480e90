package gyotaku.enrich;

import gyotaku.model.Why;
import java.time.Instant;

/// What came back, raw. Reading it is the source's work, so that a replay reads the same bytes the same way.
public sealed interface Reply {

    Instant at();

    /// The source's bytes. What they hold (DNS as text lines, RDAP with its HTTP status …) is the source's own form.
    record Answer(byte[] body, Instant at) implements Reply {}

    /// The source was asked and no usable bytes came.
    record Silence(Why why, Instant at) implements Reply {}

    /// It was not asked.
    record Unasked(Why why, Instant at) implements Reply {}
}
