package gyotaku.app;

import gyotaku.app.Samples.Sample;
import gyotaku.model.RawMail;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Takes an mbox (RFC 4155) apart at its `From ` lines, each after an empty line. What does not start with such a line,
/// or
/// holds only one, is a message as it is.
final class Mbox {

    private static final byte[] FROM = "From ".getBytes(StandardCharsets.US_ASCII);

    private Mbox() {}

    static Stream<Sample> messages(String file, RawMail raw) {
        int[] starts = starts(raw.bytes());
        if (starts.length < 2) {
            return Stream.of(new Sample.Message(file, raw));
        }
        List<Sample> messages = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            int end = i + 1 < starts.length ? starts[i + 1] : raw.bytes().length;
            byte[] one = Arrays.copyOfRange(raw.bytes(), afterLine(raw.bytes(), starts[i]), end);
            messages.add(new Sample.Message(file + "#" + (i + 1), RawMail.of(one)));
        }
        if (raw.cut()) {
            messages.add(new Sample.Unreadable(
                    file,
                    "larger than the limit: messages after the first " + raw.bytes().length + " bytes were not read"));
        }
        return messages.stream();
    }

    private static int[] starts(byte[] bytes) {
        if (!isFrom(bytes, 0)) {
            return new int[0];
        }
        return IntStream.range(0, bytes.length)
                .filter(i -> bytes[i] == 'F' && (i == 0 || followsEmptyLine(bytes, i)) && isFrom(bytes, i))
                .toArray();
    }

    private static boolean followsEmptyLine(byte[] bytes, int i) {
        return i >= 2
                && bytes[i - 1] == '\n'
                && (bytes[i - 2] == '\n' || i >= 3 && bytes[i - 2] == '\r' && bytes[i - 3] == '\n');
    }

    private static boolean isFrom(byte[] bytes, int at) {
        return at + FROM.length <= bytes.length && Arrays.equals(bytes, at, at + FROM.length, FROM, 0, FROM.length);
    }

    private static int afterLine(byte[] bytes, int at) {
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, bytes.length);
    }
}
