package gyotaku.enrich.whois;

import gyotaku.enrich.whois.WhoisLines.Field;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The part of a text that a line stands in. Under the heading of a contact a `Created` is the contact's and not the
/// domain's; under that of the registrar a `Name` is the registrar's; under that of the name servers each line is one.
///
/// @param indent of the heading; what stands no deeper is outside
record Section(Kind kind, int indent) {

    enum Kind {
        NONE,
        /// Of a person or an organisation, until the text is indented no more.
        CONTACT,
        /// The same as an object of its own, until the next empty line.
        CONTACT_OBJECT,
        REGISTRAR,
        NAME_SERVERS
    }

    private static final Set<String> CONTACT_HEADINGS = Set.of(
            "registrant",
            "admin contact",
            "administrative contact",
            "technical",
            "technical contact",
            "technical contacts",
            "tech contact",
            "on-site(s)");

    private static final Set<String> NAME_SERVER_HEADINGS =
            Set.of("name servers", "nameservers", "name servers information", "domain servers in listed order");

    private static final Set<String> CONTACT_OBJECTS = Set.of("nic-hdl", "nic-hdl-br");

    private static final Set<String> REGISTRAR_NAMES = Set.of("organization", "name");

    static Section none() {
        return new Section(Kind.NONE, 0);
    }

    /// The section of a line that follows.
    Section at(String line) {
        String text = line.strip();
        if (text.isEmpty()) {
            return kind == Kind.CONTACT_OBJECT ? none() : this;
        }
        Kind begun = begun(text.toLowerCase(Locale.ROOT));
        int depth = line.length() - line.stripLeading().length();
        if (begun != Kind.NONE) {
            return new Section(begun, depth);
        }
        return stays(text, depth) ? this : none();
    }

    private static Kind begun(String text) {
        int colon = text.indexOf(':');
        if (colon > 0 && CONTACT_OBJECTS.contains(text.substring(0, colon).strip())) {
            return Kind.CONTACT_OBJECT;
        }
        String heading =
                text.endsWith(":") ? text.substring(0, text.length() - 1).strip() : text;
        if (heading.equals("registrar")) {
            return Kind.REGISTRAR;
        }
        if (NAME_SERVER_HEADINGS.contains(heading)) {
            return Kind.NAME_SERVERS;
        }
        return CONTACT_HEADINGS.contains(heading) ? Kind.CONTACT : Kind.NONE;
    }

    private boolean stays(String text, int depth) {
        return switch (kind) {
            case NONE -> false;
            case CONTACT_OBJECT -> true;
            case CONTACT, REGISTRAR -> depth > indent;
            case NAME_SERVERS -> depth > indent || isName(text);
        };
    }

    private static boolean isName(String text) {
        return text.indexOf('.') > 0 && text.chars().noneMatch(c -> c == ':' || Character.isWhitespace(c));
    }

    /// What a line of this section tells.
    ///
    /// @param plain what it would tell outside of any
    Optional<Field> field(String line, Optional<Field> plain) {
        String text = line.strip();
        boolean heading = text.isEmpty() || begun(text.toLowerCase(Locale.ROOT)) != Kind.NONE;
        return switch (kind) {
            case NONE -> plain;
            case CONTACT, CONTACT_OBJECT -> Optional.empty();
            case NAME_SERVERS -> heading ? Optional.empty() : Optional.of(new Field("name server", text));
            case REGISTRAR -> heading ? Optional.empty() : Optional.of(registrar(text, plain));
        };
    }

    private static Field registrar(String text, Optional<Field> plain) {
        return plain.map(field ->
                        REGISTRAR_NAMES.contains(field.label()) ? new Field("registrar", field.value()) : field)
                .orElseGet(() -> new Field("registrar", text));
    }
}
