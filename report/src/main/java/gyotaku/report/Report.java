package gyotaku.report;

import gyotaku.model.Lang;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.finding.Case;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes what people and programs read of a finished case. Same case, same bytes.
public final class Report {

    private final PublicSuffixes suffixes;

    public Report(PublicSuffixes suffixes) {
        this.suffixes = suffixes;
    }

    /// The files of the case folder: relative name to bytes. JSON and CSV always, HTML for the languages asked for.
    public SortedMap<String, byte[]> files(Case c, List<Lang> languages) {
        return new TreeMap<>();
    }

    /// A few lines for a terminal: no control characters, at most 25 lines.
    public String summary(Case c, Lang lang) {
        return c.id()
                + " "
                + c.analysis().verdict().kind()
                + c.mail()
                        .from()
                        .flatMap(from -> from.domain())
                        .map(name -> " " + suffixes.registrable(name))
                        .orElse("");
    }
}
