package gyotaku.model.mail;

import gyotaku.model.ByteSpan;
import java.util.Arrays;
import java.util.Optional;

/// Bytes that are read as a message: the sample itself, or what was decoded out of a part of it.
///
/// @param bytes nobody writes into them
/// @param from first byte that is read
/// @param to exclusive
/// @param encodedIn where these bytes stand encoded in the sample; empty when they are the sample's own
/// @param rebuilt whether they were made of what another format keeps of a message, so that no signature over the
/// message that was sent can be right
public record Source(byte[] bytes, int from, int to, Optional<ByteSpan> encodedIn, boolean rebuilt) {

    public static Source of(byte[] sample) {
        return new Source(sample, 0, sample.length, Optional.empty(), false);
    }

    /// What was decoded from those bytes of the sample: every span in it is the whole of them.
    public static Source decoded(byte[] content, ByteSpan encodedIn) {
        return new Source(content, 0, content.length, Optional.of(encodedIn), false);
    }

    /// What was made of those bytes of the sample, which keep a message in a format of their own.
    public static Source rebuilt(byte[] content, ByteSpan keptIn) {
        return new Source(content, 0, content.length, Optional.of(keptIn), true);
    }

    public Source part(int start, int end) {
        return new Source(bytes, start, end, encodedIn, rebuilt);
    }

    /// The bytes of the sample that hold these.
    public ByteSpan span(int start, int end) {
        return encodedIn.orElseGet(() -> new ByteSpan(start, end));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Source that
                && encodedIn.equals(that.encodedIn)
                && rebuilt == that.rebuilt
                && Arrays.equals(bytes, from, to, that.bytes, that.from, that.to);
    }

    @Override
    public int hashCode() {
        return 31 * encodedIn.hashCode() + (to - from);
    }

    @Override
    public String toString() {
        return "Source[" + (to - from) + " bytes]";
    }
}
