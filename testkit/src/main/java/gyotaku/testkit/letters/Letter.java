package gyotaku.testkit.letters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// What a letter says, as its file tells it. A text that is absent is empty.
///
/// @param envelope the sender of the envelope; empty: as the route makes it
/// @param authenticatedDomain the domain that passes where From's own does not
/// @param list whether it has the fields of a mailing list
/// @param text its text; `[[1]]` stands for the first link
/// @param hidden text that HTML hides from the eye: what a mail program previews, or filler
/// @param form the form that the letter needs; empty: it is drawn
/// @param picture whether the text is sent as one picture
public record Letter(
        String id,
        String kind,
        String subtype,
        String brand,
        String purpose,
        String fromName,
        String fromAddress,
        String envelope,
        String replyTo,
        Authentication authentication,
        String authenticatedDomain,
        boolean list,
        String subject,
        String text,
        String hidden,
        String form,
        boolean picture,
        List<Link> links,
        List<Enclosure> attachments) {

    /// A link: what is shown (empty: the address itself) and where it leads.
    public record Link(String text, String url) {}

    /// An inert attachment.
    ///
    /// @param holds what is inside, in words
    /// @param link the number of the link that it carries as a QR code, annotation or form; 0: none
    public record Enclosure(String name, String type, String holds, int link) {

        String extension() {
            return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        }
    }

    /// What the receiver's server found.
    public enum Authentication {
        /// SPF and DKIM pass for the domain of From.
        ALIGNED,
        /// They pass for another domain only.
        OTHER,
        /// Nothing is published or signed.
        NONE,
        /// They fail.
        FAIL
    }

    public Letter {
        links = List.copyOf(links);
        attachments = List.copyOf(attachments);
    }

    /// All letters of a folder, by name.
    public static List<Letter> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted =
                    files.filter(f -> f.toString().endsWith(".yml")).sorted().toList();
            List<Letter> letters = new java.util.ArrayList<>();
            for (Path file : sorted) {
                letters.add(read(file));
            }
            return List.copyOf(letters);
        }
    }

    /// One letter; a file that is not of the form is an error of who wrote it.
    public static Letter read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Letter letter = of(new YAMLMapper().readTree(in));
            if (!file.getFileName().toString().equals(letter.id() + ".yml")) {
                throw new IllegalArgumentException(file + " holds the letter " + letter.id());
            }
            return letter;
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("letter " + file, e);
        }
    }

    public boolean bad() {
        return !kind.equals("benign");
    }

    /// Kept aside: not to be read by whoever tunes.
    public boolean aside() {
        return Draw.bucket(id) % 3 == 0;
    }

    /// The same letter; where its file names the reader's own address as the sender, that address.
    Letter sentTo(String reader) {
        return new Letter(
                id,
                kind,
                subtype,
                brand,
                purpose,
                fromName,
                fromAddress.replace("{address}", reader),
                envelope,
                replyTo,
                authentication,
                authenticatedDomain,
                list,
                subject,
                text,
                hidden,
                form,
                picture,
                links,
                attachments);
    }

    public String fromDomain() {
        return domain(fromAddress);
    }

    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static Letter of(JsonNode file) {
        JsonNode from = file.path("from");
        return new Letter(
                must(file, "id"),
                must(file, "kind"),
                must(file, "subtype"),
                must(file, "brand"),
                must(file, "purpose"),
                text(from, "name"),
                must(from, "address"),
                text(file, "envelope"),
                text(file, "reply-to"),
                Authentication.valueOf(must(file, "authentication").toUpperCase(Locale.ROOT)),
                text(file, "authenticated-domain"),
                yes(file, "list"),
                must(file, "subject"),
                must(file, "text").stripTrailing() + "\n",
                text(file, "hidden"),
                text(file, "form"),
                yes(file, "picture"),
                file.path("links")
                        .valueStream()
                        .map(l -> new Link(text(l, "text"), must(l, "url")))
                        .toList(),
                file.path("attachments")
                        .valueStream()
                        .map(a -> new Enclosure(
                                must(a, "name"),
                                must(a, "type"),
                                text(a, "holds"),
                                a.path("link").asInt(0)))
                        .toList());
    }

    private static boolean yes(JsonNode node, String name) {
        return List.of("yes", "true").contains(text(node, name));
    }

    private static String must(JsonNode node, String name) {
        String value = text(node, name);
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isMissingNode() || value.isNull() ? "" : value.asString();
    }
}
