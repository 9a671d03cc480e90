package gyotaku.app;

import gyotaku.app.Samples.Sample;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;

/// Takes an mbox (RFC 4155) apart, one message at a time, however large the whole is. What holds only one message is
/// that message as it is, its `From ` line included.
///
/// `Content-Length` (mboxcl, mboxcl2) is believed when it leads to the next [FromLine] or to the end, and no other
/// message begins on the way: a length that lies swallows nothing.
final class Mbox implements Iterator<Sample> {

    /// Against a line as long as the mbox: it is taken in pieces of so many bytes.
    private static final int PIECE = 1 << 16;

    /// Against a field name that is looked for without end.
    private static final int LONGEST_NAME = 100;

    private static final int LENGTH_DIGITS = 9;
    private static final String LENGTH = "content-length:";

    private final String file;
    private final Window window;
    private final int messageBytes;
    private int count;
    private boolean done;

    /// @param in at the first byte of what [#isAt] says is an mbox; closed by the caller
    /// @param messageBytes of one message that are kept
    Mbox(String file, InputStream in, int messageBytes) {
        this.file = file;
        this.window = new Window(in);
        this.messageBytes = messageBytes;
    }

    /// Whether an mbox begins here. The stream must know `mark`; it stands then where it stood.
    static boolean isAt(InputStream in) throws IOException {
        in.mark(PIECE);
        InputStream top = new ByteArrayInputStream(in.readNBytes(PIECE));
        in.reset();
        Mbox mbox = new Mbox("", top, 0);
        return mbox.beginsMessage(mbox.firstLine(), true);
    }

    @Override
    public boolean hasNext() {
        return !done;
    }

    @Override
    public Sample next() {
        if (done) {
            throw new NoSuchElementException();
        }
        count++;
        try {
            return message();
        } catch (IOException e) {
            done = true;
            return new Sample.Unreadable(file + "#" + count, "cannot be read: " + e.getMessage());
        }
    }

    private Sample message() throws IOException {
        MboxMessage message = new MboxMessage(messageBytes);
        int fromLine = window.afterLine(count == 1 ? firstLine() : 0, PIECE);
        message.fromLine(window.take(fromLine));
        int length = header(message);
        if (length > 0 && leadsToAnEnd(length)) {
            message.add(window.take(length));
            message.add(window.take(afterLineEnds(0)));
        } else {
            lines(message);
        }
        done = window.at(0) < 0;
        return done && count == 1
                ? new Sample.Message(file, message.withFromLine())
                : new Sample.Message(file + "#" + count, message.alone());
    }

    /// After a byte order mark and empty lines.
    private int firstLine() throws IOException {
        boolean marked = window.at(0) == 0xef && window.at(1) == 0xbb && window.at(2) == 0xbf;
        return afterLineEnds(marked ? 3 : 0);
    }

    /// Takes the header with the empty line below it; its Content-Length, or 0 when none is usable. A header without
    /// end is left to [#lines].
    private int header(MboxMessage message) throws IOException {
        int length = 0;
        while (isField(0) || window.at(0) == ' ' || window.at(0) == '\t') {
            byte[] line = window.take(window.afterLine(0, PIECE));
            message.add(line);
            length = length == 0 ? length(line) : length;
        }
        int end = lineEnd(0);
        message.add(window.take(end));
        return end > 0 && length <= messageBytes ? length : 0;
    }

    private static int length(byte[] line) {
        String field = new String(line, 0, Math.min(line.length, LONGEST_NAME), StandardCharsets.ISO_8859_1);
        if (!field.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
            return 0;
        }
        String digits = field.substring(LENGTH.length()).strip();
        boolean number = !digits.isEmpty()
                && digits.length() <= LENGTH_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(digits) : 0;
    }

    /// Whether a body of that length ends where a message may end, with no other message in it.
    private boolean leadsToAnEnd(int length) throws IOException {
        if (window.at(length - 1) < 0) {
            return false;
        }
        int after = afterLineEnds(length);
        boolean atLineStart = after > length || window.at(length - 1) == '\n';
        if (window.at(after) >= 0 && !(atLineStart && beginsMessage(after, true))) {
            return false;
        }
        boolean afterEmpty = true;
        for (int line = 0; line < length; ) {
            int next = window.afterLine(line, PIECE);
            if (beginsMessage(line, afterEmpty) && isField(next)) {
                return false;
            }
            afterEmpty = lineEnd(line) > 0;
            line = next;
        }
        return true;
    }

    /// Takes lines until another message begins.
    private void lines(MboxMessage message) throws IOException {
        boolean afterEmpty = false;
        boolean lineStart = true;
        while (window.at(0) >= 0 && !(lineStart && beginsMessage(0, afterEmpty))) {
            afterEmpty = lineStart && lineEnd(0) > 0;
            byte[] line = window.take(window.afterLine(0, PIECE));
            lineStart = line[line.length - 1] == '\n';
            message.add(line);
        }
    }

    /// Whether the line there is one that begins a message. Without an empty line before it, or without a date, a
    /// header must follow.
    private boolean beginsMessage(int at, boolean afterEmpty) throws IOException {
        if (window.at(at) != 'F' || window.at(at + 1) != 'r') {
            return false;
        }
        int next = window.afterLine(at, PIECE);
        return switch (FromLine.of(window.copy(at, next))) {
            case DATED -> afterEmpty || isField(next);
            case NETSCAPE -> isField(next);
            case ADDRESS -> afterEmpty && isField(next);
            case NONE -> false;
        };
    }

    private boolean isField(int at) throws IOException {
        int i = at;
        while (i - at < LONGEST_NAME && window.at(i) > ' ' && window.at(i) < 127 && window.at(i) != ':') {
            i++;
        }
        return i > at && window.at(i) == ':';
    }

    /// After the line end that stands there; the same place when none does.
    private int lineEnd(int at) throws IOException {
        int i = window.at(at) == '\r' ? at + 1 : at;
        return window.at(i) == '\n' ? i + 1 : at;
    }

    private int afterLineEnds(int at) throws IOException {
        int i = at;
        while (lineEnd(i) > i && i - at < LONGEST_NAME) {
            i = lineEnd(i);
        }
        return i;
    }
}
