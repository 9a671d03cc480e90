package gyotaku.dissect.office;

import gyotaku.dissect.Findings;
import gyotaku.dissect.Remote;
import gyotaku.model.Text;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Words;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.HyperlinkRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.NameRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.SupBookRecord;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.StringPtg;

/// The stream of a binary workbook (MS-XLS): sheets of Excel 4 macros, names that run, links to other programs and
/// files, text. Also one of Excel 5, of which only the frame of the records is read.
final class Workbook {

    private static final int BOUND_SHEET = 0x85;
    private static final int FILE_PASS = 0x2f;
    private static final int BOF = 0x809;
    private static final int MOST_RECORDS = 500_000;

    /// Macro functions of Excel 4 that run or write something, by number (MS-XLS 2.5.198.17 and .4).
    private static final Map<Integer, String> ACTING = Map.of(
            96,
            "FORMULA",
            110,
            "EXEC",
            111,
            "EXECUTE",
            132,
            "FOPEN",
            136,
            "FWRITELN",
            138,
            "FWRITE",
            149,
            "REGISTER",
            150,
            "CALL",
            17,
            "RUN");

    private final byte[] stream;
    private final Findings found;
    private final StringBuilder text = new StringBuilder();
    private boolean inMacroSheet;

    private Workbook(byte[] stream, Findings found) {
        this.stream = stream;
        this.found = found;
    }

    static void read(byte[] stream, Findings found) {
        Workbook workbook = new Workbook(stream, found);
        boolean locked = workbook.frame();
        if (locked) {
            found.trait(Trait.Kind.ENCRYPTED, "Excel");
        }
        List<String> passwords = new ArrayList<>(List.of(Decryptor.DEFAULT_PASSWORD));
        passwords.addAll(locked ? found.passwords() : List.of());
        for (String password : passwords) {
            try {
                Biff8EncryptionKey.setCurrentUserPassword(password);
                workbook.records();
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

    /// Types and lengths of records are never encrypted.
    ///
    /// @return whether there is a record that says that the contents are
    private boolean frame() {
        boolean locked = false;
        int at = 0;
        while (at + 4 <= stream.length) {
            int type = word(at);
            int length = word(at + 2);
            locked |= type == FILE_PASS;
            if (type == BOUND_SHEET && at + 10 < stream.length && stream[at + 9] == 1) {
                found.trait(Trait.Kind.MACRO, "Excel 4" + ((stream[at + 8] & 3) == 0 ? "" : ", hidden"));
            }
            at += 4 + length;
        }
        return locked;
    }

    private int word(int at) {
        return stream[at] & 255 | (stream[at + 1] & 255) << 8;
    }

    private void records() {
        if (stream.length < 8 || word(0) != BOF || word(4) != 0x0600) {
            return;
        }
        RecordFactoryInputStream records = new RecordFactoryInputStream(new ByteArrayInputStream(stream), true);
        int count = 0;
        for (Record record = records.nextRecord(); record != null; record = records.nextRecord()) {
            count++;
            if (count > MOST_RECORDS) {
                found.truncated("records", MOST_RECORDS, Text.of("以降のセル", "the cells after these"));
                break;
            }
            tell(record);
        }
        found.words(Words.Origin.WRITTEN, "", text.toString());
    }

    private void tell(Record record) {
        switch (record) {
            case BOFRecord start -> inMacroSheet = start.getType() == 0x40;
            case NameRecord name -> name(name);
            case SupBookRecord book -> book(book);
            case HyperlinkRecord link -> link(link);
            case FormulaRecord formula -> formula(formula.getParsedExpression());
            case SSTRecord strings -> {
                for (int i = 0; i < strings.getNumUniqueStrings() && text.length() < 4 << 20; i++) {
                    text.append(strings.getString(i).getString()).append('\n');
                }
            }
            case LabelRecord label -> text.append(label.getValue()).append('\n');
            default -> {}
        }
    }

    private void name(NameRecord name) {
        String shown = name.getNameText();
        String lower = shown.toLowerCase(Locale.ROOT).replace('_', ' ');
        boolean runs = name.isBuiltInName() && (name.getBuiltInName() == 1 || name.getBuiltInName() == 2)
                || lower.startsWith("auto open")
                || lower.startsWith("auto close");
        if (runs) {
            found.trait(Trait.Kind.AUTO_RUN, shown);
        }
    }

    /// `program`, an end-of-text mark 3, `topic` is a link to another program; a file's path has marks 1 and 2 in it.
    private void book(SupBookRecord book) {
        if (!book.isExternalReferences()) {
            return;
        }
        String path = book.getURL();
        int bar = path.indexOf('\u0003');
        if (bar < 0) {
            bar = path.indexOf('|');
        }
        if (bar > 0 && Remote.is(path.substring(bar + 1))) {
            load(path.substring(0, bar) + ": ", path.substring(bar + 1));
        } else if (bar > 0) {
            found.trait(Trait.Kind.DDE, path.substring(0, bar) + " | " + path.substring(bar + 1));
        } else if (Remote.is(path.replaceAll("^[\\x00-\\x1f]+", ""))) {
            load("", path.replaceAll("[\\x00-\\x1f]", ""));
        }
    }

    private void load(String what, String url) {
        found.trait(Trait.Kind.EXTERNAL_LOAD, what + url);
        found.link("", url, Link.Context.OTHER, "");
    }

    private void link(HyperlinkRecord link) {
        String address = link.getAddress();
        if (address != null && !address.isBlank()) {
            String label = link.getLabel();
            found.link(label == null ? "" : label, address, Link.Context.FILE, "");
        }
    }

    private void formula(Ptg[] tokens) {
        StringBuilder texts = new StringBuilder();
        for (Ptg token : tokens) {
            if (token instanceof StringPtg string) {
                texts.append(texts.isEmpty() ? "" : ", ")
                        .append('"')
                        .append(string.getValue())
                        .append('"');
            }
        }
        for (Ptg token : tokens) {
            if (token instanceof AbstractFunctionPtg function) {
                call(function.getFunctionIndex() & 0x7fff, texts.toString());
            }
        }
    }

    private void call(int index, String texts) {
        if (index == 359) {
            Formulas.tell("HYPERLINK(" + texts + ")", "", found);
        }
        String acting = ACTING.get(index);
        if (inMacroSheet && acting != null) {
            Formulas.tellMacro(acting + "(" + texts + ")", "macro sheet", found);
        }
    }
}
