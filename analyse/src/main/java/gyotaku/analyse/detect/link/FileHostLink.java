package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Targets;
import gyotaku.analyse.knowledge.Hosts;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// The page or file lies in a store that anybody can fill: its good name passes the filters.
@AutoService(Check.class)
@Detector(id = "file-host-link", family = Family.LINK, severity = Finding.Severity.MEDIUM)
public final class FileHostLink implements Check {

    private static final Text SAYS = Text.of(
            "リンク先 {0} は、だれでもファイルを置ける保管サービスです。", "The link leads to {0}, a store that anybody can put files into.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        Hosts hosts = Hosts.bundled();
        return Stream.concat(targets.at(hosts.fileHosts()), targets.at(hosts.contentNetworks()))
                .map(link -> finding(SAYS.with(link.target().host()), link.evidence()));
    }
}
