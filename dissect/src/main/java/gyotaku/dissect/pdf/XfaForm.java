package gyotaku.dissect.pdf;

import gyotaku.dissect.Findings;
import gyotaku.dissect.Scripts;
import gyotaku.dissect.Xml;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An XFA form in a PDF (XML Forms Architecture 3.3): its scripts and where it sends what is typed.
final class XfaForm {

    private XfaForm() {}

    static void tell(byte[] xml, String place, Findings found) {
        found.trait(Trait.Kind.FORM, "XFA");
        try {
            read(xml, place, found);
        } catch (XMLStreamException e) {
            found.broken("XFA", e);
        }
    }

    private static void read(byte[] xml, String place, Findings found) throws XMLStreamException {
        XMLStreamReader reader = Xml.reader(xml);
        boolean inScript = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inScript = reader.getLocalName().equals("script");
                target(reader, place, found);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inScript = false;
            } else if (inScript && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                found.trait(Trait.Kind.JAVASCRIPT, "XFA: " + reader.getText());
                Scripts.tellUrls(reader.getText(), Link.Context.FILE, place, found);
            }
        }
    }

    private static void target(XMLStreamReader reader, String place, Findings found) {
        String target = reader.getAttributeValue(null, reader.getLocalName().equals("submit") ? "target" : "href");
        if (target != null && target.contains("://")) {
            boolean submit = reader.getLocalName().equals("submit");
            found.link("", target, submit ? Link.Context.FORM : Link.Context.OTHER, place);
        }
        if (reader.getLocalName().equals("passwordEdit")) {
            found.trait(Trait.Kind.PASSWORD_FIELD, "XFA");
        }
    }
}
