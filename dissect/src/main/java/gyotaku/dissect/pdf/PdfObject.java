package gyotaku.dissect.pdf;

import gyotaku.dissect.Findings;
import gyotaku.dissect.Remote;
import gyotaku.dissect.Scripts;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/// What one object of a PDF does: actions (ISO 32000-2, 12.6.4), file specifications (7.11), form fields (12.7).
final class PdfObject {

    /// Of one script or one XFA form that are looked at.
    private static final int MOST_SCRIPT_BYTES = 1 << 20;

    /// Flag 14 of a text field: what is typed shows as dots (ISO 32000-2, table 228).
    private static final int PASSWORD_FLAG = 1 << 13;

    private static final COSName WIN = COSName.getPDFName("Win");
    private static final COSName XFA = COSName.getPDFName("XFA");
    private static final COSName EF = COSName.EF;

    private final String base;
    private final Findings found;
    private final Set<String> fields = new LinkedHashSet<>();

    PdfObject(String base, Findings found) {
        this.base = base;
        this.found = found;
    }

    void tell(COSDictionary object, PdfWalk.Place place) {
        action(object, place);
        if (object.containsKey(COSName.JS)) {
            script(object.getDictionaryObject(COSName.JS), place);
        }
        if (object.getDictionaryObject(EF) instanceof COSDictionary embedded) {
            embedded(object, embedded);
        }
        if (object.containsKey(COSName.FT) && object.containsKey(COSName.T)) {
            field(object);
        }
        if (object.containsKey(COSName.BYTERANGE) && object.containsKey(COSName.CONTENTS)) {
            found.trait(Trait.Kind.SIGNATURE, object.getString(COSName.NAME, "PDF"));
        }
        if (object.containsKey(XFA)) {
            xfa(object.getDictionaryObject(XFA), place);
        }
        if (object instanceof COSStream && object.containsKey(COSName.F)) {
            external("a stream", target(object.getDictionaryObject(COSName.F)), place);
        }
    }

    void tellForm() {
        if (!fields.isEmpty()) {
            found.trait(Trait.Kind.FORM, String.join(", ", fields));
        }
    }

    private void action(COSDictionary action, PdfWalk.Place place) {
        String type = action.getNameAsString(COSName.S, "");
        switch (type) {
            case "URI" -> uri(action.getString(COSName.URI, ""), place);
            case "Launch" -> launch(action, place);
            case "GoToR", "GoToE", "ImportData", "Thread" -> external(type, target(action), place);
            case "SubmitForm" -> submit(target(action), place);
            default -> {}
        }
    }

    private void uri(String written, PdfWalk.Place place) {
        String url = written.strip();
        if (url.isEmpty()) {
            return;
        }
        boolean relative = !base.isEmpty() && url.indexOf(':') < 0;
        found.link(place.text(), relative ? base + url : url, Link.Context.FILE, place.page());
        if (place.onOpen()) {
            found.trait(Trait.Kind.OPEN_ACTION, where(place) + "URI " + url);
        }
    }

    private void launch(COSDictionary action, PdfWalk.Place place) {
        StringBuilder command = new StringBuilder(target(action));
        if (action.getDictionaryObject(WIN) instanceof COSDictionary windows) {
            command.append(' ').append(windows.getString(COSName.F, ""));
            command.append(' ').append(windows.getString(COSName.P, ""));
        }
        String line = command.toString().strip();
        found.trait(Trait.Kind.LAUNCH, where(place) + line);
        if (place.onOpen()) {
            found.trait(Trait.Kind.OPEN_ACTION, where(place) + "Launch " + line);
        }
        if (Remote.is(line)) {
            found.link(place.text(), line, Link.Context.FILE, place.page());
        }
        Scripts.tellUrls(line, Link.Context.FILE, place.page(), found);
    }

    private void external(String type, String target, PdfWalk.Place place) {
        if (!Remote.is(target)) {
            return;
        }
        found.trait(Trait.Kind.EXTERNAL_LOAD, where(place) + type + " " + target);
        found.link(place.text(), target, Link.Context.FILE, place.page());
        if (place.onOpen()) {
            found.trait(Trait.Kind.OPEN_ACTION, where(place) + type + " " + target);
        }
    }

    private void submit(String target, PdfWalk.Place place) {
        found.trait(Trait.Kind.FORM, where(place) + "→ " + target);
        found.link(place.text(), target, Link.Context.FORM, place.page());
        if (place.onOpen()) {
            found.trait(Trait.Kind.OPEN_ACTION, where(place) + "SubmitForm " + target);
        }
    }

    private void script(COSBase value, PdfWalk.Place place) {
        String script = text(value);
        if (script.isBlank()) {
            return;
        }
        found.trait(Trait.Kind.JAVASCRIPT, where(place) + script);
        if (place.onOpen()) {
            found.trait(Trait.Kind.OPEN_ACTION, where(place) + "JavaScript " + script);
        }
        Scripts.tellUrls(script, Link.Context.FILE, place.page(), found);
    }

    private void embedded(COSDictionary specification, COSDictionary embedded) {
        String name = name(specification);
        for (COSName key : new COSName[] {COSName.UF, COSName.F, COSName.DOS, COSName.UNIX, COSName.MAC}) {
            if (embedded.getDictionaryObject(key) instanceof COSStream stream) {
                found.trait(Trait.Kind.EMBEDDED_FILE, name);
                unpack(name, stream);
                return;
            }
        }
    }

    private void unpack(String name, COSStream stream) {
        try (InputStream in = PdfStreams.open(stream)) {
            found.file(name, stream.getLength(), in);
        } catch (IOException _) {
            // What came before is kept by the findings, and its hash is of that.
        }
    }

    private void field(COSDictionary field) {
        String name = field.getString(COSName.T, "");
        String label = field.getString(COSName.TU, name);
        fields.add(name);
        boolean hidden =
                COSName.TX.equals(field.getCOSName(COSName.FT)) && (field.getInt(COSName.FF, 0) & PASSWORD_FLAG) != 0;
        if (hidden || asksForPassword(name) || asksForPassword(label)) {
            found.trait(Trait.Kind.PASSWORD_FIELD, label);
        }
    }

    private static boolean asksForPassword(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("passw")
                || lower.contains("passcode")
                || lower.contains("パスワード")
                || lower.contains("暗証番号");
    }

    private void xfa(COSBase value, PdfWalk.Place place) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        if (value instanceof COSArray parts) {
            for (int i = 0; i < parts.size() && whole.size() < MOST_SCRIPT_BYTES; i++) {
                if (parts.getObject(i) instanceof COSStream part) {
                    whole.writeBytes(start(part));
                }
            }
        } else if (value instanceof COSStream form) {
            whole.writeBytes(start(form));
        }
        XfaForm.tell(whole.toByteArray(), place.page(), found);
    }

    private static String text(COSBase value) {
        return switch (value) {
            case COSString string -> string.getString();
            case COSStream stream -> new COSString(start(stream)).getString();
            case null, default -> "";
        };
    }

    private static byte[] start(COSStream stream) {
        try {
            return PdfStreams.start(stream, MOST_SCRIPT_BYTES);
        } catch (IOException e) {
            return ("unreadable: " + e.getMessage()).getBytes(StandardCharsets.UTF_8);
        }
    }

    /// Of an action or a file specification, which is a text or a dictionary.
    private static String target(COSBase value) {
        return switch (value) {
            case COSString string -> string.getString();
            case COSDictionary dictionary -> {
                COSBase inner = dictionary.getDictionaryObject(COSName.F);
                yield inner instanceof COSDictionary specification ? name(specification) : name(dictionary);
            }
            case null, default -> "";
        };
    }

    private static String name(COSDictionary specification) {
        String unicode = specification.getString(COSName.UF, "");
        return unicode.isEmpty() ? specification.getString(COSName.F, "") : unicode;
    }

    private static String where(PdfWalk.Place place) {
        return place.page().isEmpty() ? "" : place.page() + ": ";
    }
}
