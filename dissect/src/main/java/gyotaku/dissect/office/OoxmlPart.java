package gyotaku.dissect.office;

import gyotaku.dissect.Findings;
import gyotaku.dissect.Remote;
import gyotaku.dissect.Xml;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Words;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One XML part of a document, a sheet or a slide: its text, links, fields and formulas. Elements are known by their
/// local names, which the three kinds and the XML of Office 2003 share.
final class OoxmlPart {

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// Deeper elements are not looked at; a document of Word stays below fifty.
    private static final int MOST_DEPTH = 1_000;

    private final String name;
    private final String place;
    private final Relations relations;
    private final Findings found;
    private final Fields fields;
    private final boolean macroSheet;
    private final StringBuilder text = new StringBuilder();
    private final Deque<StringBuilder> linkTexts = new ArrayDeque<>();
    private final Deque<String> linkIds = new ArrayDeque<>();
    private final Deque<StringBuilder> simpleTexts = new ArrayDeque<>();
    private final Deque<String> simple = new ArrayDeque<>();
    private String runLink = "";
    private String element = "";
    private int letters;

    OoxmlPart(String name, Relations relations, Findings found) {
        this.name = name;
        this.place = place(name);
        this.relations = relations;
        this.found = found;
        this.fields = new Fields(place, found);
        this.macroSheet = name.contains("/macrosheets/");
    }

    /// `slide 3` for slides, nothing for the body of a document, else the part's name.
    private static String place(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (name.startsWith("ppt/slides/slide")) {
            return "slide " + last.replaceAll("\\D", "");
        }
        return last.equals("document.xml") || last.equals("sharedStrings.xml") ? "" : name;
    }

    void read(byte[] xml) throws XMLStreamException {
        XMLStreamReader reader = Xml.reader(new ByteArrayInputStream(xml));
        int depth = 0;
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        start(reader);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        end(reader.getLocalName());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters(reader.getText());
                    default -> {}
                }
                if (depth > MOST_DEPTH) {
                    throw new XMLStreamException("elements nested deeper than " + MOST_DEPTH + " in " + name);
                }
            }
        } finally {
            fields.endAll();
            found.words(Words.Origin.WRITTEN, place, text.toString());
        }
    }

    private void start(XMLStreamReader reader) {
        element = reader.getLocalName();
        switch (element) {
            case "fldChar" -> fieldChar(attribute(reader, "fldCharType"));
            case "fldSimple" -> {
                simple.push(attribute(reader, "instr"));
                simpleTexts.push(new StringBuilder());
            }
            case "hyperlink", "hlink" -> hyperlink(reader);
            case "hlinkClick", "hlinkHover", "hlinkMouseOver" -> click(reader);
            case "ddeLink" ->
                found.trait(Trait.Kind.DDE, attribute(reader, "ddeService") + " | " + attribute(reader, "ddeTopic"));
            case "definedName" -> definedName(attribute(reader, "name"));
            case "control", "ocx" ->
                found.trait(
                        Trait.Kind.EMBEDDED_OBJECT,
                        "ActiveX " + (attribute(reader, "name") + attribute(reader, "classid")));
            case "OLEObject" -> found.trait(Trait.Kind.EMBEDDED_OBJECT, attribute(reader, "ProgID"));
            case "webPr" -> load(attribute(reader, "url"));
            case "Cell" -> formula(attribute(reader, "Formula"));
            case "tab" -> text.append('\t');
            case "br" -> text.append('\n');
            default -> {}
        }
        String sheetLink = attribute(reader, "HRef");
        if (!sheetLink.isEmpty()) {
            found.link("", sheetLink, Link.Context.FILE, place);
        }
    }

    private void fieldChar(String type) {
        switch (type) {
            case "begin" -> fields.begin();
            case "separate" -> fields.separate();
            case "end" -> fields.end();
            default -> {}
        }
    }

    private void hyperlink(XMLStreamReader reader) {
        String id = attribute(reader, "id");
        String destination = attribute(reader, "dest");
        if (reader.getAttributeValue(null, "ref") != null) {
            relations.link(id, attribute(reader, "display"), place, found);
            linkIds.push("");
        } else if (!destination.isEmpty()) {
            found.link("", destination, Link.Context.FILE, place);
            linkIds.push("");
        } else {
            linkIds.push(id);
        }
        linkTexts.push(new StringBuilder());
    }

    private void click(XMLStreamReader reader) {
        runLink = attribute(reader, "id");
        String action = attribute(reader, "action");
        if (action.startsWith("ppaction://program") || action.startsWith("ppaction://macro")) {
            found.trait(Trait.Kind.LAUNCH, place + ": " + action);
        }
    }

    private void definedName(String defined) {
        String lower = defined.toLowerCase(Locale.ROOT);
        if (lower.contains("auto_open") || lower.contains("auto_close") || lower.contains("auto_activate")) {
            found.trait(Trait.Kind.AUTO_RUN, defined);
        }
    }

    private void end(String closed) {
        switch (closed) {
            case "p", "si", "row" -> text.append('\n');
            case "c" -> text.append('\t');
            case "fldSimple" -> {
                if (!simple.isEmpty()) {
                    fields.simple(simple.pop(), simpleTexts.pop().toString().strip());
                }
            }
            case "hyperlink", "hlink" -> {
                if (!linkIds.isEmpty()) {
                    relations.link(linkIds.pop(), linkTexts.pop().toString().strip(), place, found);
                }
            }
            case "r" -> runLink = "";
            default -> {}
        }
        element = "";
    }

    private void characters(String piece) {
        switch (element) {
            case "instrText", "delInstrText" -> fields.text(piece);
            case "f" -> formula(piece);
            case "t", "Data" -> shown(piece);
            default -> {}
        }
    }

    private void shown(String piece) {
        letters += piece.length();
        if (letters > 8 << 20) {
            return;
        }
        fields.text(piece);
        if (!fields.inInstruction()) {
            text.append(piece);
        }
        linkTexts.forEach(into -> into.append(piece));
        simpleTexts.forEach(into -> into.append(piece));
        if (!runLink.isEmpty()) {
            relations.link(runLink, piece.strip(), place, found);
        }
    }

    /// A web query (ECMA-376 part 1, 18.13.16): fetched when the workbook is opened or refreshed.
    private void load(String url) {
        if (Remote.is(url)) {
            found.trait(Trait.Kind.EXTERNAL_LOAD, "webPr: " + url);
            found.link("", url, Link.Context.OTHER, place);
        }
    }

    private void formula(String formula) {
        if (macroSheet) {
            Formulas.tellMacro(formula, place, found);
        } else if (!formula.isEmpty()) {
            Formulas.tell(formula, place, found);
        }
    }

    private static String attribute(XMLStreamReader reader, String local) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(local)) {
                boolean relation = !local.equals("id")
                        || RELATIONS.equals(reader.getAttributeNamespace(i))
                        || reader.getAttributeNamespace(i) != null
                                && reader.getAttributeNamespace(i).endsWith("/relationships");
                if (relation) {
                    return reader.getAttributeValue(i);
                }
            }
        }
        return "";
    }
}
