package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Targets;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// A link leads straight to a program or script, by the name at the end of its path.
@AutoService(Check.class)
@Detector(id = "program-link", family = Family.LINK, severity = Finding.Severity.HIGH)
public final class ProgramLink implements Check {

    private static final Text SAYS = Text.of(
            "リンク先は、開くと動くプログラムやスクリプト（{0}）です。", "The link leads to a program or script that runs when opened ({0}).");

    /// What Windows, macOS and Android run or mount on a double click; pages end in none of them.
    private static final Set<String> RUN = Set.of(
            "exe", "scr", "pif", "bat", "cmd", "js", "jse", "vbs", "vbe", "wsf", "hta", "lnk", "msi", "msix", "appx",
            "iso", "img", "vhd", "vhdx", "ps1", "jar", "apk", "dmg", "pkg", "chm", "docm", "xlsm", "pptm", "xll",
            "one");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return new Targets(subject)
                .web()
                .filter(link -> RUN.contains(ending(link.target().href())))
                .limit(1)
                .map(link -> finding(SAYS.with("." + ending(link.target().href())), link.evidence()));
    }

    private static String ending(String href) {
        int end = href.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = href.indexOf(mark);
            end = at >= 0 && at < end ? at : end;
        }
        String path = href.substring(0, end);
        int slash = path.lastIndexOf('/');
        int dot = path.lastIndexOf('.');
        boolean inPath = slash > path.indexOf("//") + 1;
        return inPath && dot > slash ? path.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }
}
