package gyotaku.dissect.office;

import gyotaku.dissect.Findings;
import gyotaku.dissect.Remote;
import gyotaku.dissect.Xml;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What one part of an Office file leads to (ECMA-376 part 2, 9.3), by the id that the part uses.
final class Relations {

    /// @param type the last word of the relationship type: `hyperlink`, `attachedTemplate` …
    private record Relation(String type, String target) {}

    private final String place;
    private final Map<String, Relation> external = new LinkedHashMap<>();
    private final Set<String> told = new LinkedHashSet<>();

    private Relations(String place) {
        this.place = place;
    }

    /// @param place name of the part that holds them
    static Relations of(byte[] xml, String place) throws XMLStreamException {
        Relations relations = new Relations(place);
        if (xml.length == 0) {
            return relations;
        }
        XMLStreamReader reader = Xml.reader(xml);
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("Relationship")
                    && "External".equalsIgnoreCase(reader.getAttributeValue(null, "TargetMode"))) {
                relations.add(reader);
            }
        }
        return relations;
    }

    private void add(XMLStreamReader reader) {
        String id = reader.getAttributeValue(null, "Id");
        String type = reader.getAttributeValue(null, "Type");
        String target = reader.getAttributeValue(null, "Target");
        if (id != null && type != null && target != null) {
            external.put(id, new Relation(type.substring(type.lastIndexOf('/') + 1), target.strip()));
        }
    }

    /// Tells of a hyperlink where it stands, with the text that it bears.
    void link(String id, String text, String where, Findings found) {
        Relation relation = external.get(id);
        if (relation != null && relation.type().equals("hyperlink") && told.add(id + '\0' + text)) {
            told.add(id);
            found.link(text, relation.target(), Link.Context.FILE, where);
        }
    }

    /// Tells of all that is loaded, and of hyperlinks that no text was found for.
    void tell(Findings found) {
        external.forEach((id, relation) -> {
            String target = relation.target();
            switch (relation.type()) {
                case "attachedTemplate" -> load(Trait.Kind.EXTERNAL_TEMPLATE, relation, Link.Context.OTHER, found);
                case "image" -> load(Trait.Kind.EXTERNAL_LOAD, relation, Link.Context.IMAGE, found);
                case "hyperlink" -> {
                    if (!told.contains(id)) {
                        found.link("", target, Link.Context.FILE, place);
                    }
                }
                case "oleObject" -> {
                    found.trait(Trait.Kind.EXTERNAL_LOAD, "oleObject: " + target);
                    found.link("", target, Link.Context.OTHER, place);
                }
                default -> load(Trait.Kind.EXTERNAL_LOAD, relation, Link.Context.OTHER, found);
            }
        });
    }

    /// A template in a folder of the author's own machine is what every document has.
    private void load(Trait.Kind kind, Relation relation, Link.Context context, Findings found) {
        if (Remote.is(relation.target())) {
            found.trait(kind, relation.type() + ": " + relation.target());
            found.link("", relation.target(), context, place);
        }
    }
}
