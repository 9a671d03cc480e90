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
import gyotaku.model.mail.Mailbox;
import java.util.List;
import java.util.stream.Stream;

/// The mail greets its reader by his address or its local part: the sender has nothing but the address.
@AutoService(Check.class)
@Detector(id = "greeting-by-address", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class GreetingByAddress implements Check {

    private static final Text SAYS =
            Text.of("宛名が氏名ではなくメールアドレス(またはその一部)です:「{0}」", "It greets the reader by the address or a part of it: “{0}”");

    /// A greeting stands at the beginning.
    private static final int BEGINNING = 400;

    /// Shorter local parts are often real names.
    private static final int SHORTEST = 3;

    private static final List<String> BEFORE =
            List.of("dear ", "hello ", "hi ", "hello, ", "hi, ", "attention ", "attn: ");

    @Override
    public Stream<Finding> examine(Subject subject) {
        Folded body = subject.wording().body();
        return subject.mail().recipients().stream()
                .filter(to -> to.localPart().length() >= SHORTEST && !isByName(to))
                .flatMap(to -> Stream.of(to.address(), to.localPart()))
                .flatMap(name -> greeting(name, body, subject))
                .limit(1);
    }

    /// A recipient whose known name is his local part may be greeted so.
    private static boolean isByName(Mailbox to) {
        return Folded.of(to.name()).text().equals(Folded.of(to.localPart()).text());
    }

    private Stream<Finding> greeting(String name, Folded body, Subject subject) {
        String sought = Folded.of(name).text();
        int at = sought.isEmpty() ? -1 : body.text().indexOf(sought);
        if (at < 0 || at > BEGINNING) {
            return Stream.empty();
        }
        int end = at + sought.length();
        String after = body.text().substring(end, Math.min(body.text().length(), end + 3));
        boolean polite = after.startsWith("様") || after.startsWith("さん") || after.startsWith("さま");
        if (!polite && BEFORE.stream().noneMatch(word -> endsWith(body.text(), at, word))) {
            return Stream.empty();
        }
        String shown = body.excerpt(at, end, 8);
        return Stream.of(finding(SAYS.with(shown), subject.wording().evidence(Wording.Place.BODY, at, end)));
    }

    private static boolean endsWith(String text, int at, String word) {
        return text.startsWith(word, at - word.length());
    }
}
