package gyotaku.analyse.detect.sender;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.wording.Folded;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A department, bank or service writes from a free mailbox.
@AutoService(Check.class)
@Detector(id = "free-mail-as-office", family = Family.SENDER, severity = Finding.Severity.MEDIUM)
public final class FreeMailAsOffice implements Check {

    private static final Text SAYS = Text.of(
            "部署や窓口を名乗る「{0}」が、フリーメール {1} から送っています。",
            "“{0}” calls itself an office and writes from the free mailbox {1}.");

    private static final List<String> OFFICES = List.of(
            "support",
            "service",
            "department",
            "security",
            "customer",
            "team",
            "office",
            "commission",
            "notice",
            "notification",
            "account",
            "admin",
            "billing",
            "bank",
            "reward",
            "rewards",
            "survey",
            "surveys",
            "promotion",
            "promotions",
            "delivery",
            "official",
            "foundation",
            "atendimento",
            "setor",
            "fatura",
            "aviso",
            "banco",
            "cobranca",
            "suporte",
            "segurança",
            "nota",
            "notificacao",
            "correios",
            "financeiro",
            "kundenservice",
            "bank ",
            "servicio",
            "soporte",
            "serviceclient",
            "service client",
            "サポート",
            "事務局",
            "カスタマー",
            "センター",
            "銀行",
            "サービス",
            "お客様",
            "ご案内",
            "通知",
            "窓口",
            "公式",
            "运营",
            "客服");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        return subject.mail().from().stream()
                .filter(_ -> parties.from().filter(parties::isFreeMail).isPresent())
                .filter(from -> isOffice(Folded.of(from.name()).text()))
                .flatMap(from -> parties.header("From").stream()
                        .map(header -> finding(SAYS.with(from.name(), from.address()), header)));
    }

    private static boolean isOffice(String name) {
        Set<String> words = Set.of(name.split("[^\\p{L}]+", -1));
        return OFFICES.stream()
                .anyMatch(office -> office.charAt(0) < 128 ? words.contains(office) : name.contains(office));
    }
}
