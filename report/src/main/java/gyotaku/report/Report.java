package gyotaku.report;

import gyotaku.model.Lang;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.finding.Case;
import gyotaku.model.finding.LaterLook;
import gyotaku.report.block.Document;
import gyotaku.report.mask.PublicTwin;
import gyotaku.report.render.CaseJson;
import gyotaku.report.render.HtmlPage;
import gyotaku.report.render.Indicators;
import gyotaku.report.render.LookJson;
import gyotaku.report.render.Misp;
import gyotaku.report.render.Stix;
import gyotaku.report.render.Summary;
import gyotaku.report.section.Edition;
import gyotaku.report.section.LookEdition;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Writes what people and programs read of a finished case. Same case, same bytes.
public final class Report {

    private final PublicSuffixes suffixes;
    private final Edition edition;
    private final HtmlPage page = new HtmlPage();

    public Report(PublicSuffixes suffixes) {
        this.suffixes = suffixes;
        this.edition = new Edition(suffixes);
    }

    /// The files of the case folder: relative name to bytes. JSON and CSV always, HTML for the languages asked for.
    public SortedMap<String, byte[]> files(Case c, List<Lang> languages) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Document document = edition.of(c);
        PublicTwin twin = new PublicTwin(c, suffixes);
        Document masked = twin.of(document);
        for (Lang lang : languages) {
            files.put("report." + lang.code() + ".html", page.bytes(document, lang));
            files.put("public." + lang.code() + ".html", twin.guarded(page.bytes(masked, lang)));
        }
        files.put("case.json", new CaseJson(c, document.ledger(), suffixes).bytes());
        Indicators indicators = Indicators.of(c, suffixes);
        files.put("stix.json", new Stix(c, indicators).bytes());
        files.put("misp.json", new Misp(c, indicators).bytes());
        files.put("indicators.csv", indicators.csv());
        return files;
    }

    /// The files of a later look.
    public SortedMap<String, byte[]> files(LaterLook look, List<Lang> languages) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        LookEdition later = new LookEdition(look);
        for (Lang lang : languages) {
            files.put("look." + lang.code() + ".html", page.bytes(later.document(), lang));
        }
        files.put("look.json", new LookJson(look).bytes());
        return files;
    }

    /// A few lines for a terminal: no control characters, at most 25 lines.
    public String summary(Case c, Lang lang) {
        return new Summary(edition.brief(c), lang).toString();
    }
}
