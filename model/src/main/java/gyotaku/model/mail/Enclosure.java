package gyotaku.model.mail;

import java.nio.ByteBuffer;
import java.util.List;

/// A file that is to be opened.
///
/// @param name as written, or empty
/// @param type media type by its label, or empty inside of other files
/// @param bytes nobody writes into them
/// @param passwords words of the mail that may open it, the likeliest first
/// @param wish what is asked about it
public record Enclosure(String name, String type, byte[] bytes, List<String> passwords, Wish wish) {

    public enum Wish {
        /// What is in it.
        CONTENT,
        /// The letters that a picture shows.
        LETTERS,
        /// Two pictures that are seen as one: their content together. See [#joined].
        JOINED,
        /// A signature with what it signs. See [#signed].
        SIGNATURE,
        /// The message that it keeps in a format of its own, and nothing else: [Opened#message].
        MESSAGE
    }

    public Enclosure {
        passwords = List.copyOf(passwords);
    }

    public Enclosure(String name, String type, byte[] bytes, List<String> passwords) {
        this(name, type, bytes, passwords, Wish.CONTENT);
    }

    /// A picture whose letters are wanted.
    public static Enclosure letters(byte[] picture) {
        return new Enclosure("", "", picture, List.of(), Wish.LETTERS);
    }

    /// A signature that stands beside what it signs. The bytes are the length of that in four bytes, then both.
    ///
    /// @param entity header and body that are signed
    public static Enclosure signed(String name, String type, byte[] entity, byte[] signature) {
        ByteBuffer both = ByteBuffer.allocate(4 + entity.length + signature.length);
        both.putInt(entity.length).put(entity).put(signature);
        return new Enclosure(name, type, both.array(), List.of(), Wish.SIGNATURE);
    }

    /// Two neighbouring pictures. The bytes are the length of the first in four bytes, then both.
    public static Enclosure joined(byte[] first, byte[] second) {
        ByteBuffer both = ByteBuffer.allocate(4 + first.length + second.length);
        both.putInt(first.length).put(first).put(second);
        return new Enclosure("", "", both.array(), List.of(), Wish.JOINED);
    }

    @Override
    public String toString() {
        return "Enclosure[" + name + ", " + bytes.length + " bytes]";
    }
}
