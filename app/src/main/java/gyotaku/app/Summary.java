package gyotaku.app;

import gyotaku.engine.CaseFiles;
import gyotaku.engine.CaseFolder;
import gyotaku.model.Lang;
import gyotaku.model.Text;

/// Where to go on reading.
final class Summary {

    private static final Text WHERE = Text.of("報告書: {0}", "Report: {0}");

    private Summary() {}

    static String where(CaseFolder folder, CaseFiles files, Lang lang) {
        String report = "report." + lang.code() + ".html";
        String open = files.contents().containsKey(report)
                ? folder.path().resolve(report).toString()
                : folder.path().toString();
        return WHERE.with(open).in(lang);
    }
}
