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

/// The text ends as mailing lists end their mails: a line, and where to leave the list.
@AutoService(Check.class)
@Detector(
        id = "list-footer",
        family = Family.CONTENT,
        severity = Finding.Severity.INFO,
        polarity = Finding.Polarity.AGAINST)
public final class ListFooter implements Check {

    private static final Text SAYS = Text.of("メーリングリストの末尾の案内（{0}）があります。", "It ends as mailing lists do ({0}).");

    private static final int END = 900;
    private static final List<String> MARKS = List.of(
            "/mailman/listinfo",
            "/listinfo/",
            "/mailman3/",
            "-unsubscribe@",
            "unsubscribe@lists.",
            "majordomo@",
            "mailing list",
            "groups.google.com/",
            "groups.yahoo.com",
            "yahoogroups.com",
            "-request@",
            "lists.sourceforge.net",
            "メーリングリスト");

    @Override
    public Stream<Finding> examine(Subject subject) {
        String text = subject.wording().body().text();
        int from = Math.max(0, text.length() - END);
        String end = text.substring(from);
        boolean shops = subject.mail().body().html() && subject.mail().links().size() > 12;
        return MARKS.stream()
                .filter(mark -> !shops && subject.posedBrand().isEmpty() && end.contains(mark))
                .limit(1)
                .map(mark -> finding(
                        SAYS.with(mark),
                        subject.wording()
                                .evidence(
                                        Wording.Place.BODY,
                                        from + end.indexOf(mark),
                                        from + end.indexOf(mark) + mark.length())));
    }
}
