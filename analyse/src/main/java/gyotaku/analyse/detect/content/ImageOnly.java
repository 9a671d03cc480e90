package gyotaku.analyse.detect.content;

import com.google.auto.service.AutoService;
import gyotaku.analyse.Check;
import gyotaku.analyse.Detector;
import gyotaku.analyse.Subject;
import gyotaku.analyse.wording.Folded;
import gyotaku.model.Text;
import gyotaku.model.Visible;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.ParsedMail;
import java.util.Optional;
import java.util.stream.Stream;

/// The mail is a picture, with a link or fetched from elsewhere: nothing that a filter could read.
@AutoService(Check.class)
@Detector(id = "image-only", family = Family.CONTENT, severity = Finding.Severity.MEDIUM)
public final class ImageOnly implements Check {

    private static final Text SAYS = Text.of(
            "本文は画像とリンクだけで、読める文字がほとんどありません({0} 字)。",
            "The body is a picture with a link and hardly any text ({0} characters).");

    private static final Text SAYS_BY_PICTURE = Text.of(
            "本文は画像とリンクだけで、読める文字がほとんどありません({0} 字)。画像から文字認識で読み取った内容:「{1}」",
            "The body is a picture with a link and hardly any text ({0} characters). Read off the picture by character"
                    + " recognition: \"{1}\"");

    private static final Text SAYS_WITHOUT_LINK = Text.of(
            "本文は外部から読み込む画像だけで、読める文字がほとんどありません({0} 字)。",
            "The body is a picture fetched from elsewhere and hardly any text ({0} characters).");

    private static final int HARDLY_ANY = 40;

    /// A picture of one point takes less: it counts who opens the mail and shows nothing.
    private static final int COUNTING = 200;

    private static final int QUOTED = 120;

    @Override
    public Stream<Finding> examine(Subject subject) {
        ParsedMail mail = subject.mail();
        int letters = letters(mail);
        if (!is(mail)) {
            return Stream.empty();
        }
        Optional<Link> followed = mail.links().stream()
                .filter(link -> link.context().isFollowed() && link.target().isWeb())
                .findFirst();
        return followed.isEmpty()
                ? fetched(mail).map(picture -> finding(SAYS_WITHOUT_LINK.with(letters), picture.evidence()))
                : told(mail, letters, followed.stream());
    }

    /// A picture that comes with the mail may be what a friend sends; one that is fetched for a mail without words is
    /// the mail.
    private static Stream<Link> fetched(ParsedMail mail) {
        return mail.links().stream()
                .filter(link ->
                        link.context() == Link.Context.IMAGE && link.target().isWeb())
                .limit(1);
    }

    private Stream<Finding> told(ParsedMail mail, int letters, Stream<Link> links) {
        return links.map(link -> mail.recognised()
                .findFirst()
                .map(picture -> finding(
                        SAYS_BY_PICTURE.with(letters, quoted(picture.text())),
                        link.evidence(),
                        picture.evidence(quoted(picture.text()))))
                .orElseGet(() -> finding(SAYS.with(letters), link.evidence())));
    }

    static boolean is(ParsedMail mail) {
        return letters(mail) < HARDLY_ANY && isPage(mail) && showsPicture(mail);
    }

    private static int letters(ParsedMail mail) {
        return Folded.of(mail.body().visible()).text().length();
    }

    /// A page that shows no text at all counts as none: then there is an HTML part.
    private static boolean isPage(ParsedMail mail) {
        return mail.body().html() || mail.parts().anyMatch(part -> part.type().equals("text/html"));
    }

    private static boolean showsPicture(ParsedMail mail) {
        return mail.links().stream().anyMatch(link -> link.context() == Link.Context.IMAGE)
                || mail.parts().anyMatch(part -> part.type().startsWith("image/") && part.size() > COUNTING);
    }

    private static String quoted(String text) {
        String line = Visible.of(text);
        return line.length() > QUOTED ? line.substring(0, QUOTED) + "…" : line;
    }
}
