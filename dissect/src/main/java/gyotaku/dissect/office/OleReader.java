package gyotaku.dissect.office;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// A compound file (MS-CFB) that is no mail: `.doc`, `.xls`, `.ppt`, an embedded object, or the shell around an
/// encrypted file of Office 2007 and later.
@AutoService(FormatReader.class)
public final class OleReader implements FormatReader {

    @Override
    public boolean reads(Specimen file) {
        return file.kind().equals("application/x-ole-storage");
    }

    @Override
    public void read(Specimen file, Findings found) throws IOException {
        try (POIFSFileSystem system = new POIFSFileSystem(new ByteArrayInputStream(file.bytes()))) {
            DirectoryNode root = system.getRoot();
            if (root.hasEntry("__properties_version1.0")) {
                return;
            }
            if (root.hasEntry("EncryptedPackage") && root.hasEntry("EncryptionInfo")) {
                EncryptedPackage.read(system, found);
                return;
            }
            // Each of them reads streams of its own: one that is broken hides nothing in the others.
            attempt("macros", found, () -> Macros.tell(system, found));
            attempt("objects", found, () -> new OleObjects(found).tell(root));
            attempt("text", found, () -> text(system, found));
        }
    }

    private static void text(POIFSFileSystem system, Findings found) throws Exception {
        DirectoryNode root = system.getRoot();
        if (root.hasEntry("WordDocument")) {
            WordFile.read(system, found);
        }
        for (String name : new String[] {"Workbook", "Book"}) {
            if (root.hasEntryCaseInsensitive(name)) {
                Workbook.read(bytes(root, root.getEntryCaseInsensitive(name).getName()), found);
            }
        }
        if (root.hasEntry("PowerPoint Document")) {
            Slides.read(bytes(root, "PowerPoint Document"), found);
        }
    }

    static byte[] bytes(DirectoryNode directory, String name) throws IOException {
        try (var in = directory.createDocumentInputStream(name)) {
            return in.readAllBytes();
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private static void attempt(String what, Findings found, Step step) {
        try {
            step.run();
        } catch (Exception | StackOverflowError e) {
            found.broken(what, e);
        }
    }
}
