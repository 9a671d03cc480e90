package gyotaku.dissect.office;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Trait;
import gyotaku.model.mail.Words;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/// Tables as plain text that a spreadsheet opens: cells that it takes for formulas, and the macro sheets of SYLK.
@AutoService(FormatReader.class)
public final class TableTextReader implements FormatReader {

    private static final Set<String> NAMES = Set.of("csv", "tsv", "slk", "iqy");

    @Override
    public boolean reads(Specimen file) {
        return file.kind().isEmpty()
                && (NAMES.contains(file.extension()) || file.label().equals("text/csv") || isSylk(file));
    }

    private static boolean isSylk(Specimen file) {
        byte[] bytes = file.bytes();
        return bytes.length > 4 && new String(bytes, 0, 4, StandardCharsets.ISO_8859_1).equals("ID;P");
    }

    @Override
    public void read(Specimen file, Findings found) {
        String text = new String(file.bytes(), StandardCharsets.UTF_8);
        found.words(Words.Origin.WRITTEN, "", text);
        boolean sylk = isSylk(file);
        for (String line : text.split("\\R", -1)) {
            if (sylk) {
                sylk(line, found);
            } else if (file.extension().equals("iqy")) {
                query(line, found);
            } else {
                cells(line, found);
            }
        }
    }

    private static void cells(String line, Findings found) {
        for (String cell : line.split("[,;\t]", -1)) {
            String plain = cell.strip();
            boolean formula = !plain.isEmpty() && "=+-@\"".indexOf(plain.charAt(0)) >= 0;
            if (formula && Formulas.isDde(plain)) {
                Formulas.tell(line.strip(), "", found);
                found.trait(Trait.Kind.DDE, line.strip());
                return;
            }
        }
        if (line.toUpperCase(Locale.ROOT).contains("=HYPERLINK(")) {
            Formulas.tell(line, "", found);
        }
    }

    /// `O;E` in the options makes the sheet one of macros; `;E` of a cell holds its formula.
    private static void sylk(String line, Findings found) {
        if (line.startsWith("O;") && (line + ";").contains(";E;")) {
            found.trait(Trait.Kind.MACRO, "Excel 4: SYLK");
        }
        if (line.startsWith("NN;") && line.toLowerCase(Locale.ROOT).contains("auto_open")) {
            found.trait(Trait.Kind.AUTO_RUN, line);
        }
        int formula = line.startsWith("C;") ? line.indexOf(";E") : -1;
        if (formula > 0) {
            Formulas.tellMacro(line.substring(formula + 2), "SYLK", found);
        }
    }

    /// A web query: Excel fetches the address in its third line.
    private static void query(String line, Findings found) {
        if (gyotaku.dissect.Remote.is(line)) {
            found.trait(Trait.Kind.EXTERNAL_LOAD, line.strip());
            found.link("", line.strip(), gyotaku.model.mail.Link.Context.OTHER, "");
        }
    }
}
