package gyotaku.dissect.office;

import gyotaku.dissect.Findings;
import gyotaku.dissect.Remote;
import gyotaku.dissect.Scripts;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Formulas of spreadsheets that reach out of them.
final class Formulas {

    /// Macro functions of Excel 4 that run or write something.
    private static final List<String> ACTING = List.of(
            "EXEC(",
            "CALL(",
            "REGISTER(",
            "FOPEN(",
            "FWRITE(",
            "FWRITELN(",
            "RUN(",
            "EXECUTE(",
            "INITIATE(",
            "FORMULA(");

    private Formulas() {}

    /// @param formula with or without `=` before it
    static void tell(String formula, String place, Findings found) {
        String plain = formula.strip();
        if (isDde(plain)) {
            found.trait(Trait.Kind.DDE, plain);
            Scripts.tellUrls(plain, Link.Context.OTHER, place, found);
        }
        String upper = plain.toUpperCase(Locale.ROOT);
        if (upper.contains("HYPERLINK(")) {
            List<String> texts = texts(plain, upper.indexOf("HYPERLINK("));
            if (!texts.isEmpty()) {
                found.link(texts.size() > 1 ? texts.get(1) : "", texts.getFirst(), Link.Context.FILE, place);
            }
        }
        if (upper.contains("WEBSERVICE(") || upper.contains("IMAGE(") || upper.contains("RTD(")) {
            texts(plain, 0).stream().filter(Remote::is).forEach(url -> {
                found.trait(Trait.Kind.EXTERNAL_LOAD, plain);
                found.link("", url, Link.Context.OTHER, place);
            });
        }
    }

    /// A formula of a macro sheet: its cells are commands.
    static void tellMacro(String formula, String place, Findings found) {
        tell(formula, place, found);
        String upper = formula.toUpperCase(Locale.ROOT);
        if (ACTING.stream().anyMatch(upper::contains)) {
            found.trait(Trait.Kind.COMMAND, place + ": " + formula.strip());
            Scripts.tellUrls(formula, Link.Context.OTHER, place, found);
        }
    }

    /// `cmd|'/c calc'!A0` (MS-XLS 2.5.198: a link to a topic of another program), and the function of that name.
    static boolean isDde(String formula) {
        String bare = formula;
        while (!bare.isEmpty() && "=+-@ \t\"".indexOf(bare.charAt(0)) >= 0) {
            bare = bare.substring(1);
        }
        int bar = bare.indexOf('|');
        int mark = bare.indexOf('!', Math.max(bar, 0));
        boolean topic = bar > 0 && mark > bar && bare.substring(0, bar).chars().allMatch(Formulas::isOfName);
        return topic || bare.toUpperCase(Locale.ROOT).startsWith("DDE(");
    }

    private static boolean isOfName(int c) {
        return Character.isLetterOrDigit(c) || "._-'\\:".indexOf(c) >= 0;
    }

    private static List<String> texts(String formula, int from) {
        List<String> texts = new ArrayList<>();
        int at = formula.indexOf('"', from);
        while (at >= 0 && texts.size() < 4) {
            int end = formula.indexOf('"', at + 1);
            if (end < 0) {
                return texts;
            }
            texts.add(formula.substring(at + 1, end));
            at = formula.indexOf('"', end + 1);
        }
        return texts;
    }
}
