package gyotaku.app;

import gyotaku.model.RawMail;
import gyotaku.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/// One message of an mbox while it is read.
///
/// `>From ` is left as it is, as mboxo cannot tell what stood there; only a message with `>>From ` and without a line
/// that begins with `From ` is mboxrd for sure, where each such line loses the `>` that was put before it.
final class MboxMessage {

    private final int most;
    private final MessageDigest digest = Sha256.digest();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long size;
    private int fromLine;

    /// @param most bytes that are kept
    MboxMessage(int most) {
        this.most = most;
    }

    void fromLine(byte[] line) {
        add(line);
        fromLine = kept.size();
    }

    void add(byte[] bytes) {
        digest.update(bytes);
        kept.write(bytes, 0, Math.min(bytes.length, most - kept.size()));
        size += bytes.length;
    }

    /// Everything that was added.
    RawMail withFromLine() {
        return new RawMail(kept.toByteArray(), Sha256.of(digest), size);
    }

    /// The message without its `From ` line and the empty line that ends it. One that is too large keeps both.
    RawMail alone() {
        if (size > kept.size()) {
            return withFromLine();
        }
        byte[] all = kept.toByteArray();
        byte[] message = Arrays.copyOfRange(all, fromLine, withoutEmptyLine(all));
        return RawMail.of(isMboxRd(message) ? unquoted(message) : message);
    }

    private int withoutEmptyLine(byte[] all) {
        int end = all.length;
        int line = end > 1 && all[end - 2] == '\r' ? end - 2 : end - 1;
        return line > fromLine && all[end - 1] == '\n' && all[line - 1] == '\n' ? line : end;
    }

    private static boolean isMboxRd(byte[] message) {
        boolean twice = false;
        for (int at = 0; at < message.length; at = next(message, at)) {
            int quotes = quotes(message, at);
            if (quotes == 0) {
                return false;
            }
            twice |= quotes > 1;
        }
        return twice;
    }

    /// How many `>` stand before a `From ` at the start of a line, or -1 when it is another line.
    private static int quotes(byte[] message, int at) {
        int i = at;
        while (i < message.length && message[i] == '>') {
            i++;
        }
        boolean from = i + 5 <= message.length
                && message[i] == 'F'
                && message[i + 1] == 'r'
                && message[i + 2] == 'o'
                && message[i + 3] == 'm'
                && message[i + 4] == ' ';
        return from ? i - at : -1;
    }

    private static byte[] unquoted(byte[] message) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(message.length);
        for (int at = 0; at < message.length; ) {
            int next = next(message, at);
            int from = quotes(message, at) > 0 ? at + 1 : at;
            out.write(message, from, next - from);
            at = next;
        }
        return out.toByteArray();
    }

    private static int next(byte[] message, int at) {
        int i = at;
        while (i < message.length && message[i] != '\n') {
            i++;
        }
        return Math.min(i + 1, message.length);
    }
}
