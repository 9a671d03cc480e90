package gyotaku.analyse.detect.page;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Pages;
import gyotaku.model.Text;
import gyotaku.model.fact.Landing.Notice;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.Optional;
import java.util.stream.Stream;

/// Somebody has acted already: the site was suspended, or a warning stands before it.
@AutoService(Check.class)
@Detector(id = "page-taken-down", family = Family.PAGE, severity = Finding.Severity.HIGH)
public final class PageTakenDown implements Check {

    private static final Text SAYS =
            Text.of("リンク先 {0} は{1}（画面の表示：「{2}」）。", "The linked site {0} {1} (its words: “{2}”).");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return new Pages(subject)
                .foreign()
                .flatMap(page -> page.landing().notice().stream()
                        .flatMap(notice -> what(notice.kind())
                                .map(what -> finding(
                                        SAYS.with(
                                                Pages.shown(page.link().target().href()), what, notice.phrase()),
                                        page.evidence()))
                                .stream()));
    }

    private static Optional<Text> what(Notice.Kind kind) {
        return switch (kind) {
            case REGISTRAR_HOLD ->
                Optional.of(Text.of("登録事業者などによりドメインが停止されています", "was taken out of use by its registrar"));
            case HOSTING_SUSPENDED -> Optional.of(Text.of("ホスティング事業者により停止されています", "was suspended by its host"));
            case WARNING -> Optional.of(Text.of("フィッシングやマルウェアとして警告されています", "is warned of as phishing or malware"));
            case PARKED, HUMAN_CHECK -> Optional.empty();
        };
    }
}
