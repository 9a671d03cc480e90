package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.detect.Parties;
import gyotaku.analyse.wording.Wording;
import gyotaku.model.Text;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Mailbox;
import java.util.Locale;
import java.util.stream.Stream;

/// The answer is to go to a free mailbox that the text names, not to the sender: the sending account was borrowed
/// or will soon be gone.
@AutoService(Check.class)
@Detector(id = "answer-to-free-mail", family = Family.CONTENT, severity = Finding.Severity.LOW)
public final class AnswerToFreeMail implements Check {

    private static final Text SAYS = Text.of(
            "本文で、差出人とは別のフリーメール {0} への連絡を求めています。",
            "The text wants an answer to the free mailbox {0}, not to the sender.");

    private static final int MOST = 50_000;

    @Override
    public Stream<Finding> examine(Subject subject) {
        Parties parties = new Parties(subject);
        String text = subject.wording().body().text();
        String from = subject.mail().from().map(Mailbox::address).orElse("").toLowerCase(Locale.ROOT);
        boolean talk = subject.mail().header("In-Reply-To").isPresent()
                || subject.mail().subject().indexOf('[') >= 0;
        for (int at = text.indexOf('@'); at > 0 && at < MOST && !talk; at = text.indexOf('@', at + 1)) {
            int start = start(text, at);
            int end = end(text, at + 1);
            String address = text.substring(start, end);
            boolean free = parties.registered(text.substring(at + 1, end))
                    .filter(parties::isFreeMail)
                    .isPresent();
            if (free && start < at && !address.equals(from) && isNoRecipient(subject, address)) {
                return Stream.of(
                        finding(SAYS.with(address), subject.wording().evidence(Wording.Place.BODY, start, end)));
            }
        }
        return Stream.empty();
    }

    private static boolean isNoRecipient(Subject subject, String address) {
        return subject.mail().recipients().stream().noneMatch(to -> to.address().equalsIgnoreCase(address));
    }

    private static int start(String text, int at) {
        int start = at;
        while (start > 0 && at - start < 64 && isOf(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < 253 && isOf(text.charAt(end))) {
            end++;
        }
        return end > from && text.charAt(end - 1) == '.' ? end - 1 : end;
    }

    private static boolean isOf(char c) {
        return c < 128 && Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == '+';
    }
}
