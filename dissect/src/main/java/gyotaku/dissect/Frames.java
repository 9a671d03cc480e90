package gyotaku.dissect;

import com.fasterxml.jackson.annotation.JsonInclude;
import gyotaku.model.mail.Enclosure;
import gyotaku.model.mail.Opened;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The protocol between the process of a mail and the one that looks into its files: a length in four bytes, then
/// as many bytes of JSON; after a request the file itself follows in the same way. Neither side takes more than
/// it said it would.
public final class Frames {

    private static final JsonMapper JSON = JsonMapper.builder()
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
    static Optional<Enclosure> asked(DataInputStream in, int most) throws IOException {
        byte[] head;
        try {
            head = read(in, most);
        } catch (EOFException _) {
            return Optional.empty();
        }
        Request request = JSON.readValue(head, Request.class);
        byte[] bytes = read(in, most);
        return Optional.of(new Enclosure(request.name(), request.type(), bytes, request.passwords(), request.wish()));
    }

    static void answer(DataOutputStream out, Opened opened) throws IOException {
        write(out, bytes(opened));
        out.flush();
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
            return JSON.readValue(bytes, Opened.class);
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
