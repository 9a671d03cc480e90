package gyotaku.enrich.rdap;

import gyotaku.enrich.Json;
import gyotaku.enrich.MailAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The entities of an RDAP object (RFC 9083 section 5.1) and of entities within them, nearest first.
final class Entities {

    /// Against answers of a hundred thousand contacts.
    private static final int MOST = 500;

    private final List<JsonNode> all;

    private Entities(List<JsonNode> all) {
        this.all = all;
    }

    static Entities of(JsonNode object) {
        List<JsonNode> found = new ArrayList<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(object));
        while (!open.isEmpty() && found.size() < MOST) {
            for (JsonNode entity : open.removeFirst().path("entities").values()) {
                found.add(entity);
                open.addLast(entity);
            }
        }
        return new Entities(found);
    }

    Stream<JsonNode> role(String role) {
        return all.stream()
                .filter(entity -> entity.path("roles")
                        .valueStream()
                        .anyMatch(
                                given -> given.isString() && given.stringValue().equalsIgnoreCase(role)));
    }

    /// The formatted name of the first entity in that role, or empty.
    String name(String role) {
        return role(role)
                .map(entity -> property(entity, "fn"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    /// The first mail address in the role abuse, or empty. No other role counts: that could be the victim's own.
    String abuseContact() {
        return role("abuse")
                .flatMap(entity -> properties(entity, "email"))
                .flatMap(text -> MailAddress.in(text).stream())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> property(JsonNode entity, String name) {
        return properties(entity, name).filter(text -> !text.isBlank()).findFirst();
    }

    /// jCard (RFC 7095): `["vcard", [[name, parameters, type, value], …]]`.
    private static Stream<String> properties(JsonNode entity, String name) {
        return entity.path("vcardArray")
                .path(1)
                .valueStream()
                .filter(property -> property.path(0).isString()
                        && property.path(0).stringValue().equalsIgnoreCase(name))
                .map(property -> property.path(3))
                .filter(JsonNode::isString)
                .map(value -> value.stringValue().strip());
    }

    /// Below the registrar first, then anywhere.
    static String registrarsAbuseContact(JsonNode object) {
        Entities all = of(object);
        return all.role("registrar")
                .map(registrar -> of(registrar).abuseContact())
                .filter(contact -> !contact.isEmpty())
                .findFirst()
                .orElseGet(all::abuseContact);
    }

    static String objectClass(JsonNode object) {
        return Json.text(object, "objectClassName");
    }
}
