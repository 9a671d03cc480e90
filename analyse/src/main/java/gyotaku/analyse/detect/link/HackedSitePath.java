package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.detect.Targets;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/// The page lies among the parts of a content system, where no page of its owner lies: a trace of a break-in.
@AutoService(Check.class)
@Detector(id = "hacked-site-path", family = Family.LINK, severity = Finding.Severity.HIGH)
public final class HackedSitePath implements Check {

    private static final Text SAYS = Text.of(
            "リンク先 {0} は、他人のサイトのシステム用フォルダー（{1}）にあるページです。侵入されたサイトによく見られます。",
            "The page lies in a system folder ({1}) of the site {0}, as on sites that were broken into.");

    private static final List<String> FOLDERS = List.of(
            "/wp-content/",
            "/wp-includes/",
            "/wp-admin/",
            "/.well-known/",
            "/vendor/",
            "/node_modules/",
            "/cgi-bin/",
            "/components/com_");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        Parties parties = new Parties(subject);
        return targets.web()
                .filter(link -> !parties.isFrom(link.target().host())
                        && isPage(link.target().path()))
                .flatMap(link -> FOLDERS.stream()
                        .filter(folder -> link.target().path().contains(folder))
                        .limit(1)
                        .map(folder -> finding(SAYS.with(link.target().host(), folder), link.evidence())));
    }

    private static boolean isPage(String path) {
        return path.endsWith("/") || path.endsWith(".php") || path.endsWith(".html") || path.endsWith(".htm");
    }
}
