package gyotaku.dissect.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Names of files in the coding that they are probably written in: archives seldom say which.
final class Names {

    private static final Charset JAPANESE_WINDOWS = Charset.forName("windows-31j");
    private static final Charset DOS = Charset.forName("IBM437");

    private Names() {}

    static String of(byte[] bytes) {
        return strict(bytes, StandardCharsets.UTF_8)
                .or(() -> strict(bytes, JAPANESE_WINDOWS))
                .orElseGet(() -> new String(bytes, DOS));
    }

    static String utf16(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_16LE);
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
