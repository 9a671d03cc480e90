package gyotaku.dissect.shortcut;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.dissect.Xml;
import gyotaku.model.mail.Link;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A `.webloc` of macOS: a property list with one URL, as XML or in Apple's binary form.
@AutoService(FormatReader.class)
public final class WebLocationReader implements FormatReader {

    @Override
    public boolean reads(Specimen file) {
        return file.extension().equals("webloc")
                || file.extension().equals("inetloc")
                || file.extension().equals("fileloc");
    }

    @Override
    public void read(Specimen file, Findings found) throws XMLStreamException {
        if (new String(file.bytes(), 0, Math.min(8, file.bytes().length), StandardCharsets.ISO_8859_1)
                .startsWith("bplist")) {
            binary(file.bytes(), found);
            return;
        }
        XMLStreamReader reader = Xml.reader(file.bytes());
        boolean string = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                string = reader.getLocalName().equals("string");
            } else if (event == XMLStreamConstants.CHARACTERS && string) {
                found.link("", reader.getText(), Link.Context.FILE, "");
                string = false;
            }
        }
    }

    /// Objects of a binary property list begin with a byte of type and length: 5 is ASCII, 6 UTF-16, and a length of 15
    /// stands in the integer that follows.
    private static void binary(byte[] bytes, Findings found) {
        for (int at = 8; at + 2 < bytes.length; at++) {
            int type = bytes[at] >> 4 & 15;
            if (type != 5 && type != 6) {
                continue;
            }
            int length = bytes[at] & 15;
            int from = at + 1;
            if (length == 15) {
                int size = 1 << (bytes[from] & 15);
                if ((bytes[from] & 0xf0) != 0x10 || size > 2 || from + 1 + size > bytes.length) {
                    continue;
                }
                length = size == 1 ? bytes[from + 1] & 255 : (bytes[from + 1] & 255) << 8 | bytes[from + 2] & 255;
                from += 1 + size;
            }
            int to = from + (type == 5 ? length : 2 * length);
            if (to <= bytes.length) {
                String text = new String(
                        bytes, from, to - from, type == 5 ? StandardCharsets.US_ASCII : StandardCharsets.UTF_16BE);
                if (text.contains("://")) {
                    found.link("", text, Link.Context.FILE, "");
                    return;
                }
            }
        }
    }
}
