package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import java.util.stream.Stream;

/// It answers an earlier mail and quotes it.
@AutoService(Check.class)
@Detector(
        id = "conversation-quoted",
        family = Family.CONTENT,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class ConversationQuoted implements Check {

    private static final Text SAYS = Text.of(
            "以前のメールへの返信で（{0}）、その文面を {1} 行引用しています。", "It answers an earlier mail ({0}) and quotes {1} lines of it.");

    private static final int LINES = 2;

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        long quoted = subject.mail()
                .body()
                .visible()
                .lines()
                .filter(ConversationQuoted::isQuoted)
                .limit(1000)
                .count();
        return Stream.of("In-Reply-To", "References")
                .filter(name -> quoted >= LINES && subject.posedBrand().isEmpty())
                .flatMap(name -> parties.header(name).stream().map(header -> finding(SAYS.with(name, quoted), header)))
                .limit(1);
    }

    private static boolean isQuoted(String line) {
        return line.startsWith(">") || line.startsWith("|");
    }
}
