package gyotaku.dissect.office;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Trait;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// An Office file of 2007 and later (ECMA-376): `.docx`, `.xlsx`, `.xlsb`, `.pptx`, with macros or without.
@AutoService(FormatReader.class)
public final class OoxmlReader implements FormatReader {

    @Override
    public boolean reads(Specimen file) {
        return file.kind().startsWith("application/vnd.openxmlformats-officedocument.");
    }

    @Override
    public void read(Specimen file, Findings found) throws IOException {
        read(file.bytes(), found);
    }

    static void read(byte[] bytes, Findings found) throws IOException {
        OoxmlPackage parts = new OoxmlPackage(bytes, found);
        for (OoxmlPackage.Part part : parts.parts()) {
            try {
                read(part, parts, found);
            } catch (IOException | XMLStreamException | RuntimeException e) {
                // One part that is broken hides nothing in the others.
                found.broken(part.name(), e);
            }
        }
    }

    private static void read(OoxmlPackage.Part part, OoxmlPackage parts, Findings found)
            throws IOException, XMLStreamException {
        String lower = part.lower();
        if (lower.endsWith(".rels")) {
            if (!parts.names().contains(owner(part.name()))) {
                Relations.of(parts.bytes(part), part.name()).tell(found);
            }
        } else if (lower.endsWith(".xml") || lower.endsWith(".vml")) {
            Relations relations = relations(part.name(), parts);
            try {
                xml(part, relations, parts, found);
            } finally {
                relations.tell(found);
            }
        } else if (!lower.endsWith("/")) {
            relations(part.name(), parts).tell(found);
            binary(part, parts, found);
        }
    }

    private static void xml(OoxmlPackage.Part part, Relations relations, OoxmlPackage parts, Findings found)
            throws IOException, XMLStreamException {
        if (part.lower().contains("/macrosheets/")) {
            found.trait(Trait.Kind.MACRO, "Excel 4: " + part.name());
        }
        if (part.lower().contains("/activex/")) {
            found.trait(Trait.Kind.EMBEDDED_OBJECT, "ActiveX " + part.name());
        }
        new OoxmlPart(part.name(), relations, found).read(parts.bytes(part));
    }

    private static void binary(OoxmlPackage.Part part, OoxmlPackage parts, Findings found) throws IOException {
        String lower = part.lower();
        if (isFurniture(lower)) {
            return;
        }
        if (lower.contains("/media/")) {
            parts.file(part);
        } else if (lower.contains("/embeddings/") || lower.contains("/activex/")) {
            found.trait(Trait.Kind.EMBEDDED_OBJECT, part.last());
            parts.file(part);
        } else if (lower.endsWith(".bin") || lower.endsWith(".dat")) {
            bin(part, parts, found);
        } else if (lower.startsWith("word/") || lower.startsWith("xl/") || lower.startsWith("ppt/")) {
            // Whatever lies elsewhere is no part of the document: the reader of ZIP files tells of it.
            found.trait(Trait.Kind.EMBEDDED_FILE, part.name());
            parts.file(part);
        }
    }

    private static void bin(OoxmlPackage.Part part, OoxmlPackage parts, Findings found) throws IOException {
        if (part.lower().contains("/macrosheets/")) {
            found.trait(Trait.Kind.MACRO, "Excel 4: " + part.name());
        }
        byte[] bytes = parts.bytes(part);
        if (FileMagic.valueOf(bytes) == FileMagic.OLE2) {
            try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
                Macros.tell(file, found);
            }
        } else if (part.lower().startsWith("xl/")) {
            BinarySheet.tell(bytes, found);
        }
    }

    /// What Office itself puts beside the text: fonts, thumbnails, settings of printers.
    private static boolean isFurniture(String lower) {
        return lower.startsWith("docprops/")
                || lower.contains("printersettings")
                || lower.endsWith(".odttf")
                || lower.endsWith(".fntdata")
                || lower.endsWith(".sigs");
    }

    private static Relations relations(String name, OoxmlPackage parts) throws IOException, XMLStreamException {
        int slash = name.lastIndexOf('/') + 1;
        String relations = name.substring(0, slash) + "_rels/" + name.substring(slash) + ".rels";
        return Relations.of(parts.bytes(relations), relations);
    }

    /// The part that a `_rels/….rels` belongs to.
    private static String owner(String name) {
        String owner = name.replace("_rels/", "");
        return owner.substring(0, owner.length() - ".rels".length());
    }
}
