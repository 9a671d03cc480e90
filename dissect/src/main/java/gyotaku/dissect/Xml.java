package gyotaku.dissect;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// XML as a stream of events. No document type is read and no entity but the five of XML itself: nothing is fetched
/// (XXE) and nothing grows (a billion laughs).
public final class Xml {

    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    public static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
        return reader(new ByteArrayInputStream(xml));
    }

    public static XMLStreamReader reader(InputStream xml) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(xml);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // Its own bound of 100 hides what stands deeper; the reader is no recursion, and who reads counts.
        factory.setProperty("jdk.xml.maxElementDepth", "0");
        factory.setXMLResolver((_, _, _, _) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }
}
