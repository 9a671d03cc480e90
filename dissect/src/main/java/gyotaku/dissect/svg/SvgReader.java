package gyotaku.dissect.svg;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.dissect.Xml;
import gyotaku.dissect.page.Script;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Words;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An SVG picture: as a file it opens in a browser, where its scripts run and its forms work. Nothing here is run, and
/// no document type is read.
@AutoService(FormatReader.class)
public final class SvgReader implements FormatReader {

    /// Elements in elements without end.
    private static final int MOST_DEPTH = 2_000;

    @Override
    public boolean reads(Specimen file) {
        return file.kind().equals("image/svg+xml")
                || file.extension().equals("svg")
                        && (file.kind().isEmpty() || file.kind().equals("application/xml"));
    }

    @Override
    public void read(Specimen file, Findings found) throws XMLStreamException {
        new Reading(found).read(file.bytes());
    }

    private static final class Reading {
        private final Findings found;
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder script = new StringBuilder();
        private final StringBuilder shown = new StringBuilder();
        private String link = "";
        private boolean inScript;
        private boolean inStyle;

        Reading(Findings found) {
            this.found = found;
        }

        void read(byte[] bytes) throws XMLStreamException {
            XMLStreamReader reader = Xml.reader(bytes);
            int depth = 0;
            try {
                while (reader.hasNext() && depth < MOST_DEPTH) {
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
                }
            } finally {
                script();
                found.words(Words.Origin.WRITTEN, "", text.toString());
            }
        }

        private void start(XMLStreamReader reader) {
            String element = reader.getLocalName().toLowerCase(Locale.ROOT);
            inScript = element.equals("script");
            inStyle = element.equals("style");
            if (element.equals("a")) {
                link = "";
                shown.setLength(0);
            }
            String type = "";
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                String name = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
                String value = reader.getAttributeValue(i).strip();
                attribute(element, name, value);
                type = name.equals("type") ? value.toLowerCase(Locale.ROOT) : type;
            }
            if (element.equals("foreignobject")) {
                found.trait(Trait.Kind.EMBEDDED_OBJECT, "foreignObject");
            }
            if (element.equals("form")) {
                found.trait(Trait.Kind.FORM, reader.getAttributeValue(null, "action"));
            }
            if (element.equals("input") && type.equals("password")) {
                found.trait(Trait.Kind.PASSWORD_FIELD, "SVG");
            }
        }

        private void attribute(String element, String name, String value) {
            String lower = value.toLowerCase(Locale.ROOT);
            if (name.startsWith("on")) {
                run(name, value);
            } else if (lower.startsWith("javascript:")) {
                found.trait(Trait.Kind.JAVASCRIPT, value);
                Script.tell(value.substring("javascript:".length()), "", found);
            } else if (lower.startsWith("data:") && value.indexOf(',') > 0) {
                embedded(value);
            } else if (name.equals("content") && lower.contains("url=")) {
                found.link("", value.substring(lower.indexOf("url=") + 4), Link.Context.META_REFRESH, "");
            } else if (name.equals("href") || name.equals("src") || name.equals("action") || name.equals("data")) {
                lead(element, value);
            }
        }

        private void lead(String element, String url) {
            boolean leads = url.contains("://") || url.startsWith("//") || url.startsWith("mailto:");
            if (!leads) {
                return;
            }
            switch (element) {
                case "a" -> link = url;
                case "form" -> found.link("", url, Link.Context.FORM, "");
                case "iframe", "embed", "object", "frame" -> found.link("", url, Link.Context.FRAME, "");
                case "image", "img", "feimage", "use" -> found.link("", url, Link.Context.IMAGE, "");
                case "script" -> {
                    found.trait(Trait.Kind.JAVASCRIPT, "src " + url);
                    found.trait(Trait.Kind.OPEN_ACTION, "script " + url);
                    found.link("", url, Link.Context.OTHER, "");
                }
                default -> found.link("", url, Link.Context.OTHER, "");
            }
        }

        private void run(String event, String code) {
            found.trait(Trait.Kind.JAVASCRIPT, event + ": " + code);
            if (event.equals("onload") || event.equals("onbegin") || event.equals("onerror")) {
                found.trait(Trait.Kind.OPEN_ACTION, event + ": " + code);
            }
            Script.tell(code, "", found);
        }

        private void end(String local) {
            String element = local.toLowerCase(Locale.ROOT);
            if (element.equals("script")) {
                script();
            }
            if (element.equals("a") && !link.isEmpty()) {
                found.link(shown.toString().strip(), link, Link.Context.FILE, "");
                link = "";
            }
            inScript = false;
            inStyle = false;
        }

        private void script() {
            String code = script.toString().strip();
            script.setLength(0);
            if (!code.isEmpty()) {
                found.trait(Trait.Kind.JAVASCRIPT, code);
                found.trait(Trait.Kind.OPEN_ACTION, "script " + code);
                Script.tell(code, "", found);
            }
        }

        private void characters(String piece) {
            if (inScript) {
                script.append(piece);
            } else if (!inStyle) {
                text.append(piece);
                shown.append(piece);
            }
        }

        private void embedded(String url) {
            int comma = url.indexOf(',');
            String head = url.substring(0, comma).toLowerCase(Locale.ROOT);
            String data = url.substring(comma + 1);
            byte[] bytes = head.endsWith(";base64")
                    ? Base64.getMimeDecoder().decode(data)
                    : data.getBytes(StandardCharsets.UTF_8);
            found.file("", bytes);
        }
    }
}
