package gyotaku.report.render;

import gyotaku.model.IpAddress;
import gyotaku.model.Lang;
import gyotaku.model.Text;
import gyotaku.model.Visible;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Mailbox;
import gyotaku.report.block.Block.Para;
import gyotaku.report.section.Brief;
import gyotaku.report.section.Defang;
import gyotaku.report.section.Overview;
import gyotaku.report.section.VerdictWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The case in a few lines of plain text.
public final class Summary {

    private static final int REASONS = 3;
    private static final int GAPS = 10;
    private static final int WIDTH = 200;

    private final Brief brief;
    private final Lang lang;

    public Summary(Brief brief, Lang lang) {
        this.brief = brief;
        this.lang = lang;
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        add(lines, Text.of("判定", "Verdict"), verdict());
        add(lines, Text.of("件名", "Subject"), brief.mail().subject());
        add(
                lines,
                Text.of("送信者", "Sender"),
                brief.mail().from().map(Mailbox::toString).orElse("-"));
        add(lines, Text.of("送信元IP", "Sending IP"), ip());
        brief.reasons().stream()
                .limit(REASONS)
                .forEach(finding ->
                        add(lines, Text.of("理由", "Reason"), finding.text().in(lang)));
        brief.mail().links().stream()
                .filter(link -> link.context().isFollowed() && !brief.isOfficial(link))
                .findFirst()
                .ifPresent(link -> add(lines, Text.of("リンク", "Link"), Defang.url(link.target())));
        gaps(lines);
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private String verdict() {
        return VerdictWords.status(brief.verdict()).in(lang)
                + Text.of("：", ": ").in(lang)
                + VerdictWords.kind(brief.verdict()).in(lang)
                + Text.of("、確率 ", ", probability ").in(lang)
                + VerdictWords.percent(brief.verdict().score()).in(lang);
    }

    private String ip() {
        return brief.mail()
                .route()
                .boundary()
                .flatMap(Hop::ip)
                .map(IpAddress::toString)
                .orElse(Text.of("不明", "unknown").in(lang));
    }

    private void gaps(List<String> lines) {
        List<Para> gaps = Overview.unlooked(brief);
        gaps.stream().limit(GAPS).forEach(gap -> add(lines, Text.of("未確認", "Not looked at"), Plain.of(gap, lang)));
        if (gaps.size() > GAPS) {
            add(
                    lines,
                    Text.of("未確認", "Not looked at"),
                    Text.of("ほか {0} 件", "{0} more").with(gaps.size() - GAPS).in(lang));
        }
    }

    private void add(List<String> lines, Text label, String value) {
        String visible = Visible.of(value);
        String shown = visible.codePointCount(0, visible.length()) <= WIDTH
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, WIDTH - 1)) + "…";
        lines.add(label.in(lang) + Text.of("：", ": ").in(lang) + shown);
    }
}
