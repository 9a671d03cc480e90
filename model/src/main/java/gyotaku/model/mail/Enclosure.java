package gyotaku.model.mail;

import java.util.List;

/// A file that is to be opened.
///
/// @param name as written, or empty
/// @param type media type by its label, or empty inside of other files
/// @param bytes nobody writes into them
/// @param passwords words of the mail that may open it, the likeliest first
public record Enclosure(String name, String type, byte[] bytes, List<String> passwords) {

    public Enclosure {
        passwords = List.copyOf(passwords);
    }

    @Override
    public String toString() {
        return "Enclosure[" + name + ", " + bytes.length + " bytes]";
    }
}
