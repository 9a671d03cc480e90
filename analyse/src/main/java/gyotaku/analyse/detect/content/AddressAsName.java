package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.wording.Folded;
import gyotaku.analyse.wording.Wording;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/// Where the notice of an honest site shows its user's name stands a web address: a stranger signed the reader up,
/// so that the site carries his advertisement.
@AutoService(Check.class)
@Detector(id = "address-as-name", family = Family.CONTENT, severity = Finding.Severity.HIGH)
public final class AddressAsName implements Check {

    private static final Text SAYS = Text.of(
            "ユーザー名の欄に Web アドレスや金額が書かれています:「{0}」（他人のサイトの登録通知を悪用する手口です）",
            "Where a user name should stand there is a web address or a sum: “{0}” (a stranger uses the site’s notice)");

    private static final List<String> LABELS = List.of(
            "username:",
            "user name:",
            "username :",
            "identifiant :",
            "identifiant:",
            "nome utente:",
            "nombre de usuario:",
            "nome de usuario:",
            "benutzername:",
            "gebruikersnaam:",
            "ユーザー名:",
            "name:");
    private static final int LINE = 200;

    @Override
    public Stream<Finding> examine(Subject subject) {
        Folded body = subject.wording().body();
        return LABELS.stream()
                .flatMap(label -> Stream.of(body.text().indexOf(label))
                        .filter(at -> at >= 0)
                        .map(at -> at + label.length()))
                .filter(at -> isAddress(body.text()
                        .substring(at, Math.min(body.text().length(), at + LINE))
                        .strip()))
                .limit(1)
                .map(at -> finding(
                        SAYS.with(body.excerpt(at, Math.min(body.text().length(), at + 60), 0)),
                        subject.wording()
                                .evidence(
                                        Wording.Place.BODY,
                                        at,
                                        Math.min(body.text().length(), at + 60))));
    }

    private static boolean isAddress(String value) {
        return value.startsWith("www.")
                || value.startsWith("http://")
                || value.startsWith("https://")
                || value.startsWith("t.me/");
    }
}
