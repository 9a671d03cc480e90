package gyotaku.enrich.egress;

import gyotaku.model.Why;
import java.io.IOException;
import java.io.InputStream;

/// Reading of foreign streams to a limit.
public final class Bounded {

    private Bounded() {}

    /// All bytes to the end; an error when there are more than `limit`.
    public static byte[] whole(InputStream in, int limit) throws IOException {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new NoAnswer(Why.Reason.TOO_LARGE, "more than " + limit + " bytes");
        }
        return bytes;
    }

    /// The first `limit` bytes; the rest is left.
    public static byte[] head(InputStream in, int limit) throws IOException {
        return in.readNBytes(limit);
    }
}
