package gyotaku.dissect;

import com.fasterxml.jackson.annotation.JsonInclude;
import gyotaku.model.Limits;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The protocol between the process of a mail and the one that looks into its files: a length in four bytes, then
/// as many bytes of JSON; after a request the file itself follows in the same way. Neither side takes more than
/// it said it would.
public final class Frames {

    /// Of a request: names and passwords, which are bounded where they are found.
    private static final int MOST_ASKED = 4 << 20;

    /// Strict: whoever answers may have been taken over by a file.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private Frames() {}

    private record Request(String name, String type, List<String> passwords, Enclosure.Wish wish) {}

    public static void ask(DataOutputStream out, Enclosure file) throws IOException {
        write(out, JSON.writeValueAsBytes(new Request(file.name(), file.type(), file.passwords(), file.wish())));
        write(out, file.bytes());
        out.flush();
    }

    /// @param most bytes of a file
    /// @return empty at the end of the stream
    /// @throws IOException when it is no request
    static Optional<Enclosure> asked(DataInputStream in, int most) throws IOException {
        byte[] head;
        try {
            head = read(in, MOST_ASKED);
        } catch (EOFException _) {
            return Optional.empty();
        }
        return Optional.of(enclosure(head, read(in, most)));
    }

    private static Enclosure enclosure(byte[] head, byte[] file) throws IOException {
        try {
            Request request = JSON.readValue(head, Request.class);
            if (request == null) {
                throw new IOException("no request");
            }
            return new Enclosure(request.name(), request.type(), file, request.passwords(), request.wish());
        } catch (JacksonException e) {
            throw new IOException("no request", e);
        }
    }

    /// @param most bytes of the answer: what does not fit is left out, and that is said
    static void answer(DataOutputStream out, Opened opened, int most) throws IOException {
        write(out, Shortened.to(opened, most));
        out.flush();
    }

    /// How many bytes an answer about a file may have. A message that it keeps comes back whole, coded twice.
    public static int mostAnswered(Limits.Files limits, Enclosure file) {
        return limits.answerBytes() + 2 * file.bytes().length;
    }

    /// @param most bytes of an answer
    /// @throws IOException when the answer is longer, cut or no answer
    public static byte[] answered(DataInputStream in, int most) throws IOException {
        return read(in, most);
    }

    public static byte[] bytes(Opened opened) {
        return JSON.writeValueAsBytes(opened);
    }

    /// @throws IOException when the bytes are not what [#bytes] makes
    public static Opened opened(byte[] bytes) throws IOException {
        try {
            Opened opened = JSON.readValue(bytes, Opened.class);
            if (opened == null) {
                throw new IOException("no answer of a dissector");
            }
            return opened;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException("no answer of a dissector", e);
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] read(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new IOException("a frame of " + Integer.toUnsignedString(length) + " bytes");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }
}
