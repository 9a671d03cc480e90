package gyotaku.dissect.office;

import gyotaku.dissect.Findings;
import gyotaku.dissect.Remote;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// A binary document of Word (MS-DOC): its text with the fields in it, and the template that it hangs on.
final class WordFile {

    private static final char FIELD_BEGIN = 0x13;
    private static final char FIELD_SEPARATE = 0x14;
    private static final char FIELD_END = 0x15;

    /// FIB flags at 0x0A: encrypted (MS-DOC 2.5.2).
    private static final int ENCRYPTED = 1 << 8;

    private WordFile() {}

    static void read(POIFSFileSystem file, Findings found) throws IOException {
        byte[] stream = OleReader.bytes(file.getRoot(), "WordDocument");
        boolean locked = stream.length > 12 && (word(stream, 10) & ENCRYPTED) != 0;
        if (locked) {
            found.trait(Trait.Kind.ENCRYPTED, "Word");
        }
        List<String> passwords = new ArrayList<>(List.of(Decryptor.DEFAULT_PASSWORD));
        passwords.addAll(found.passwords());
        for (String password : passwords) {
            try {
                Biff8EncryptionKey.setCurrentUserPassword(password);
                tell(new HWPFDocument(file), found);
                template(file.getRoot(), stream, found);
                if (locked) {
                    found.trait(Trait.Kind.PASSWORD_OPENED, password);
                }
                return;
            } catch (EncryptedDocumentException _) {
                // The next one may be it.
            } finally {
                Biff8EncryptionKey.setCurrentUserPassword(null);
            }
        }
        found.state(Opened.State.LOCKED, "none of " + found.passwords().size() + " passwords opens it");
    }

    private static void tell(HWPFDocument document, Findings found) {
        StringBuilder text = new StringBuilder();
        Fields fields = new Fields("", found);
        StringBuilder piece = new StringBuilder();
        CharSequence whole = document.getText();
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (c != FIELD_BEGIN && c != FIELD_SEPARATE && c != FIELD_END) {
                piece.append(c == '\r' || c == 0x0b ? '\n' : c);
                continue;
            }
            flush(piece, fields, text);
            switch (c) {
                case FIELD_BEGIN -> fields.begin();
                case FIELD_SEPARATE -> fields.separate();
                default -> fields.end();
            }
        }
        flush(piece, fields, text);
        fields.endAll();
        found.words(Words.Origin.WRITTEN, "", text.toString());
    }

    private static void flush(StringBuilder piece, Fields fields, StringBuilder text) {
        fields.text(piece.toString());
        if (!fields.inInstruction()) {
            for (int i = 0; i < piece.length(); i++) {
                char c = piece.charAt(i);
                text.append(c >= ' ' || c == '\n' || c == '\t' ? String.valueOf(c) : "");
            }
        }
        piece.setLength(0);
    }

    /// SttbfAssoc (MS-DOC 2.9.276), which the FIB points to (fcSttbfAssoc at 0x0192): its second text is the template.
    private static void template(DirectoryNode root, byte[] stream, Findings found) throws IOException {
        String table = (word(stream, 10) & 1 << 9) == 0 ? "0Table" : "1Table";
        if (stream.length < 0x019a || !root.hasEntry(table)) {
            return;
        }
        byte[] bytes = OleReader.bytes(root, table);
        int from = word(stream, 0x0192) | word(stream, 0x0194) << 16;
        int at = from + 6;
        for (int i = 0; i < 2 && from >= 0 && at >= 6 && at + 2 <= bytes.length; i++) {
            int letters = word(bytes, at);
            int end = at + 2 + 2 * letters;
            if (end > bytes.length) {
                return;
            }
            String text = new String(bytes, at + 2, 2 * letters, java.nio.charset.StandardCharsets.UTF_16LE);
            if (i == 1 && Remote.is(text)) {
                found.trait(Trait.Kind.EXTERNAL_TEMPLATE, text);
                found.link("", text, Link.Context.OTHER, "");
            }
            at = end;
        }
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] & 255 | (bytes[at + 1] & 255) << 8;
    }
}
