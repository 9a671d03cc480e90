package gyotaku.analyse.detect.link;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Targets;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Link;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A page for secrets without TLS.
@AutoService(Check.class)
@Detector(id = "unencrypted-form", family = Family.LINK, severity = Finding.Severity.MEDIUM)
public final class UnencryptedForm implements Check {

    private static final Text SAYS =
            Text.of("情報を入力させるリンク {0} が、暗号化されない http です。", "The link {0} asks for data over unencrypted http.");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Targets targets = new Targets(subject);
        return targets.web()
                .filter(link -> link.target().scheme().equals("http")
                        && (link.context() == Link.Context.FORM && !targets.isPageOfLinks()
                                || asks(link.target().path())))
                .map(link ->
                        finding(SAYS.with(link.target().host() + link.target().path()), link.evidence()));
    }

    private static final List<String> WORDS =
            List.of("login", "logon", "signin", "sign-in", "verify", "account", "password", "update-billing");

    private static boolean asks(String path) {
        String lower = path.substring(0, Math.min(path.length(), 512)).toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(lower::contains);
    }
}
