package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.wording.Wording;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/// A web address is written with a gap, so that filters see none and the reader closes it by hand.
@AutoService(Check.class)
@Detector(id = "host-spelt-apart", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class HostSpeltApart implements Check {

    private static final Text SAYS = Text.of(
            "Web アドレスが、検査を避けるように空白などで区切って書かれています:「{0}」",
            "A web address is written with a gap, so that filters see none: “{0}”");

    private static final List<String> ENDS = List.of(
            " .com",
            " .net",
            " .org",
            " . com",
            " . net",
            " . org",
            " dot com",
            " dot net",
            "[.]com",
            "[.]net",
            "(.)com",
            "(dot)com",
            "[dot]com");
    private static final List<String> AROUND = List.of(
            "password",
            "login",
            "log in",
            "website",
            "web site",
            "www",
            "customer id",
            "visit",
            "remove gap",
            "remove the space",
            "パスワード",
            "ログイン",
            "空白を");

    @Override
    public Stream<Finding> examine(Subject subject) {
        String text = subject.wording().body().text();
        return ENDS.stream()
                .flatMap(end -> Stream.of(text.indexOf(end))
                        .filter(at -> at > 2)
                        .filter(at -> isHost(text, at, at + end.length())))
                .limit(1)
                .map(at -> finding(
                        SAYS.with(subject.wording()
                                .body()
                                .excerpt(Math.max(0, at - 15), Math.min(text.length(), at + 8), 0)),
                        subject.wording().evidence(Wording.Place.BODY, at, Math.min(text.length(), at + 6))));
    }

    private static boolean isHost(String text, int at, int end) {
        String around = text.substring(Math.max(0, at - 150), Math.min(text.length(), end + 150));
        return Character.isLetterOrDigit(text.charAt(at - 1))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))
                && AROUND.stream().anyMatch(around::contains);
    }
}
