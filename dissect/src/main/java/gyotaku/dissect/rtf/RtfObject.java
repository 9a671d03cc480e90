package gyotaku.dissect.rtf;

import gyotaku.dissect.Findings;
import gyotaku.dissect.Remote;
import gyotaku.dissect.office.OlePackage;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The data of an object in RTF: an embedded or a linked object of OLE 1.0 (MS-OLEDS 2.2.4 to 2.2.6).
final class RtfObject {

    private static final int LINKED = 1;
    private static final byte[] COMPOUND = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private final byte[] bytes;
    private int at;

    private RtfObject(byte[] bytes) {
        this.bytes = bytes;
    }

    /// @param named class by the text around the data, or empty
    static void tell(byte[] bytes, String named, Findings found) {
        new RtfObject(bytes).read(named, found);
    }

    private void read(String named, Findings found) {
        at = 4;
        int format = number();
        Optional<String> type = text();
        Optional<String> topic = text();
        Optional<String> item = text();
        if (type.isEmpty() || topic.isEmpty() || item.isEmpty()) {
            found.trait(Trait.Kind.EMBEDDED_OBJECT, named.isEmpty() ? "OLE" : named);
            raw(found);
            return;
        }
        found.trait(Trait.Kind.EMBEDDED_OBJECT, type.get().isEmpty() ? named : type.get());
        if (format == LINKED && Remote.is(topic.get())) {
            found.trait(Trait.Kind.EXTERNAL_LOAD, "oleObject: " + topic.get());
            found.link("", topic.get(), Link.Context.OTHER, "");
        }
        int length = number();
        int end = length < 0 || (long) at + length > bytes.length ? bytes.length : at + length;
        byte[] content = at < end ? Arrays.copyOfRange(bytes, at, end) : new byte[0];
        if (type.get().equalsIgnoreCase("Package")) {
            pack(content, found);
        } else if (content.length > 0) {
            found.file("", content);
        }
    }

    /// Cut or made wrong on purpose: what begins like a compound file is looked at all the same.
    private void raw(Findings found) {
        for (int i = 0; i + COMPOUND.length <= Math.min(bytes.length, 4_096); i++) {
            if (Arrays.equals(bytes, i, i + COMPOUND.length, COMPOUND, 0, COMPOUND.length)) {
                found.file("", Arrays.copyOfRange(bytes, i, bytes.length));
                return;
            }
        }
    }

    private static void pack(byte[] content, Findings found) {
        Optional<OlePackage> object = OlePackage.of(content);
        object.ifPresent(file -> found.trait(Trait.Kind.EMBEDDED_FILE, file.label() + " (" + file.path() + ")"));
        found.file(
                object.map(OlePackage::label).orElse(""),
                object.map(OlePackage::content).orElse(content));
    }

    private int number() {
        if (at + 4 > bytes.length) {
            at = bytes.length;
            return 0;
        }
        int value = bytes[at] & 255 | (bytes[at + 1] & 255) << 8 | (bytes[at + 2] & 255) << 16 | bytes[at + 3] << 24;
        at += 4;
        return value;
    }

    /// With its length before it and a zero at its end; empty when there is no room for that.
    private Optional<String> text() {
        if (at + 4 > bytes.length) {
            return Optional.empty();
        }
        int length = number();
        if (length < 0 || length > 4_096 || at + length > bytes.length) {
            return Optional.empty();
        }
        String text = new String(bytes, at, Math.max(0, length - 1), StandardCharsets.ISO_8859_1);
        at += length;
        return Optional.of(text);
    }
}
