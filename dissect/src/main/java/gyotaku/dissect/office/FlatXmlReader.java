package gyotaku.dissect.office;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.dissect.Xml;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An Office document in one XML file: WordprocessingML and SpreadsheetML of Office 2003, and the flat form of a
/// package.
@AutoService(FormatReader.class)
public final class FlatXmlReader implements FormatReader {

    private static final int LOOKED_AT = 4 << 10;

    @Override
    public boolean reads(Specimen file) {
        String head =
                new String(file.bytes(), 0, Math.min(file.bytes().length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        return head.contains("<?mso-application")
                || head.contains("http://schemas.microsoft.com/office/word/2003/wordml")
                || head.contains("urn:schemas-microsoft-com:office:spreadsheet")
                || head.contains("http://schemas.microsoft.com/office/2006/xmlPackage");
    }

    @Override
    public void read(Specimen file, Findings found) throws XMLStreamException {
        new OoxmlPart("document.xml", Relations.of(file.bytes(), "relationships"), found).read(file.bytes());
        Relations.of(file.bytes(), "relationships").tell(found);
        binaries(file.bytes(), found);
    }

    private static void binaries(byte[] xml, Findings found) throws XMLStreamException {
        XMLStreamReader reader = Xml.reader(xml);
        boolean data = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                data = reader.getLocalName().equals("binData")
                        || reader.getLocalName().equals("binaryData")
                        || reader.getLocalName().equals("docOleData");
            } else if (event == XMLStreamConstants.CHARACTERS && data) {
                found.file("", Base64.getMimeDecoder().decode(reader.getText()));
                data = false;
            }
        }
    }
}
