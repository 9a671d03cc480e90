package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.wording.Folded;
import gyotaku.model.DomainName;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Mailbox;
import java.util.List;
import java.util.stream.Stream;

/// The sender calls himself an office of the Japanese state and writes from a domain that anybody can register. The
/// state's offices are under `go.jp`, prefectures and towns under `lg.jp` or their old names (JPRS, "JP domain names by
/// attribute and region"); the police of the prefectures are under `police.` and `pref.` names.
@AutoService(Check.class)
@Detector(id = "office-elsewhere", family = Family.SENDER, severity = Finding.Severity.HIGH)
public final class OfficeElsewhere implements Check {

    private static final Text SAYS = Text.of(
            "公的機関「{0}」を名乗っていますが、送信元のドメイン {1} は行政機関のもの（go.jp、lg.jp など）ではありません。",
            "It calls itself a public office, “{0}”, but {1} is no domain of the state (go.jp, lg.jp).");

    private static final List<String> OFFICES = List.of(
            "内閣府",
            "内閣官房",
            "総務省",
            "法務省",
            "財務省",
            "外務省",
            "厚生労働省",
            "厚労省",
            "経済産業省",
            "国土交通省",
            "環境省",
            "防衛省",
            "金融庁",
            "国税庁",
            "国税局",
            "税務署",
            "デジタル庁",
            "警察庁",
            "警視庁",
            "警察署",
            "警察本部",
            "府警",
            "県警",
            "検察庁",
            "入国管理",
            "出入国在留",
            "特許庁",
            "消費者庁",
            "気象庁",
            "法務局",
            "公正取引委員会",
            "国民生活センター",
            "国勢調査");

    /// Who writes about an office, and not as it.
    private static final List<String> OTHERS =
            List.of("ニュース", "新聞", "友の会", "協会", "協力会", "共済", "生協", "互助会", "試験", "予備校", "通信", "ob", "対策講座", "税理士");

    @Override
    public Stream<Finding> examine(Subject subject) {
        return subject.mail().from().stream()
                .filter(from -> isOffice(Folded.of(from.name()).text()))
                .filter(from ->
                        from.domain().filter(domain -> !isPublic(domain)).isPresent())
                .flatMap(from -> new Parties(subject)
                        .header("From").stream().map(header -> finding(SAYS.with(from.name(), domain(from)), header)));
    }

    private static String domain(Mailbox from) {
        return from.domain().map(DomainName::toString).orElse("");
    }

    private static boolean isOffice(String name) {
        return OFFICES.stream().anyMatch(name::contains) && OTHERS.stream().noneMatch(name::contains);
    }

    private static boolean isPublic(DomainName domain) {
        String name = "." + domain.ascii();
        return name.endsWith(".go.jp")
                || name.endsWith(".lg.jp")
                || name.contains(".police.") && name.endsWith(".jp")
                || name.contains(".pref.") && name.endsWith(".jp")
                || name.contains(".city.") && name.endsWith(".jp")
                || name.contains(".metro.tokyo.");
    }
}
