package gyotaku.parse.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// An encoding that the Java platform decodes as the web does.
///
/// @param asciiIsItself whether a byte below 0x80 at the start of a character is always that ASCII character
record JdkCoding(String name, Charset charset, boolean asciiIsItself) implements Coding {

    @Override
    public Optional<String> strict(byte[] bytes, int from, int to) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    @Override
    public String lenient(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, charset);
    }

    @Override
    public int[] offsets(byte[] bytes, int from, int to) {
        int[] offsets = new int[to - from + 16];
        int count = 0;
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer out = CharBuffer.allocate(2);
        while (in.hasRemaining()) {
            int at = in.position();
            int written = 1;
            if (asciiIsItself && bytes[at] >= 0) {
                in.position(at + 1);
            } else {
                out.clear().limit(1);
                decoder.decode(in, out, true);
                if (out.position() == 0 && in.hasRemaining()) {
                    out.clear();
                    decoder.decode(in, out, true);
                }
                written = out.position();
                decoder.reset();
            }
            if (count + written >= offsets.length) {
                offsets = Arrays.copyOf(offsets, offsets.length * 2);
            }
            Arrays.fill(offsets, count, count + written, at);
            count += written;
        }
        offsets = Arrays.copyOf(offsets, count + 1);
        offsets[count] = to;
        return offsets;
    }

    static JdkCoding utf8() {
        return new JdkCoding("utf-8", StandardCharsets.UTF_8, true);
    }
}
