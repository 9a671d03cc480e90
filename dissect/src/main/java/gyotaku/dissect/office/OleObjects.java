package gyotaku.dissect.office;

import gyotaku.dissect.Findings;
import gyotaku.dissect.Remote;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Objects that are embedded in a compound file or linked by it (MS-OLEDS): packages with their names and content,
/// documents in documents, equations, links to files elsewhere.
final class OleObjects {

    /// Storages in storages without end.
    private static final int MOST_DEPTH = 8;

    private static final String NATIVE = "\u0001Ole10Native";

    private static final Set<String> DOCUMENTS = Set.of("WordDocument", "Workbook", "Book", "PowerPoint Document");

    private final Findings found;

    OleObjects(Findings found) {
        this.found = found;
    }

    void tell(DirectoryNode root) throws IOException {
        tell(root, 0);
    }

    private void tell(DirectoryNode directory, int depth) throws IOException {
        if (directory.hasEntry(NATIVE)) {
            pack(directory);
        }
        if (directory.hasEntry("\u0001Ole")) {
            linked(OleReader.bytes(directory, "\u0001Ole"));
        }
        if (directory.hasEntry("Equation Native")) {
            found.trait(Trait.Kind.EMBEDDED_OBJECT, "Equation.3");
        }
        for (Entry entry : directory) {
            if (entry instanceof DirectoryNode inner) {
                inner(inner, depth);
            } else if (depth > 0
                    && (entry.getName().equals("Package") || entry.getName().equals("CONTENTS"))) {
                found.trait(Trait.Kind.EMBEDDED_OBJECT, entry.getName());
                found.file("", OleReader.bytes(directory, entry.getName()));
            }
        }
    }

    private void inner(DirectoryNode inner, int depth) throws IOException {
        if (DOCUMENTS.stream().anyMatch(inner::hasEntry)) {
            found.trait(Trait.Kind.EMBEDDED_OBJECT, program(inner));
            found.file("", alone(inner));
        } else if (depth < MOST_DEPTH) {
            if (inner.getName().startsWith("_") && inner.hasEntry("\u0001CompObj")) {
                found.trait(Trait.Kind.EMBEDDED_OBJECT, program(inner));
            }
            tell(inner, depth + 1);
        }
    }

    private void pack(DirectoryNode directory) throws IOException {
        byte[] raw = OleReader.bytes(directory, NATIVE);
        byte[] bare = raw.length > 4 ? Arrays.copyOfRange(raw, 4, raw.length) : raw;
        Optional<OlePackage> object = OlePackage.of(bare);
        found.trait(
                Trait.Kind.EMBEDDED_OBJECT,
                object.map(file -> "Package: " + file.label() + " (" + file.path() + ")")
                        .orElse("Package"));
        found.file(
                object.map(OlePackage::label).orElse(""),
                object.map(OlePackage::content).orElse(bare));
    }

    /// The moniker of a linked object (MS-OLEDS 2.3.3): of it only the address is looked for.
    private void linked(byte[] stream) {
        for (String letters : new String[] {
            new String(stream, StandardCharsets.UTF_16LE),
            new String(stream, 1, Math.max(0, stream.length - 1), StandardCharsets.UTF_16LE),
            new String(stream, StandardCharsets.ISO_8859_1)
        }) {
            String url = Embedded.firstRemote(letters);
            if (!url.isEmpty() && Remote.is(url)) {
                found.trait(Trait.Kind.EXTERNAL_LOAD, "oleObject: " + url);
                found.link("", url, Link.Context.OTHER, "");
                return;
            }
        }
    }

    /// The name in CompObj that people know (MS-OLEDS 2.3.8): the first text in it.
    private static String program(DirectoryNode directory) throws IOException {
        if (!directory.hasEntry("\u0001CompObj")) {
            return "OLE";
        }
        byte[] bytes = OleReader.bytes(directory, "\u0001CompObj");
        int length = bytes.length > 32 ? bytes[28] & 255 : 0;
        return bytes.length >= 32 + length && length > 1
                ? new String(bytes, 32, length - 1, StandardCharsets.ISO_8859_1)
                : "OLE";
    }

    private static byte[] alone(DirectoryNode directory) throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            EntryUtils.copyNodes(directory, file.getRoot());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }
}
