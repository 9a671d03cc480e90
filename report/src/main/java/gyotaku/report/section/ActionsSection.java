package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.Text;
import gyotaku.model.finding.Brand;
import gyotaku.model.finding.Finding;
import gyotaku.model.finding.Finding.Severity;
import gyotaku.model.finding.Purpose;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Bullets;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Block.Row;
import gyotaku.report.block.Block.Rows;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import gyotaku.report.section.Destinations.Destination;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/// The points of danger, the official pages, what to do by what has happened, and where to report.
@AutoService(Section.class)
public final class ActionsSection implements Section {

    private static final int POINTS = 6;

    @Override
    public int order() {
        return 150;
    }

    @Override
    public String anchor() {
        return "actions";
    }

    @Override
    public Text title() {
        return Text.of("推奨される対応と対処法", "What to do");
    }

    @Override
    public List<Block> blocks(Brief brief) {
        List<Block> blocks = new ArrayList<>();
        if (brief.benign()) {
            blocks.add(Block.para(Advice.now(brief)));
            return blocks;
        }
        List<Para> points = points(brief);
        if (!points.isEmpty()) {
            blocks.add(Block.heading("危険なポイント", "Points of danger"));
            blocks.add(new Bullets(points));
        }
        brief.brand().ifPresent(brand -> official(brand, blocks));
        blocks.add(Block.heading("注意点と対処法", "By what has happened"));
        blocks.add(new Rows(steps()));
        List<Row> reports = reports(brief);
        if (!reports.isEmpty()) {
            blocks.add(Block.heading("報告・相談先", "Where to report"));
            blocks.add(new Rows(reports));
        }
        return blocks;
    }

    private static List<Para> points(Brief brief) {
        return brief.against().stream()
                .filter(finding -> finding.severity() == Severity.HIGH || finding.severity() == Severity.MEDIUM)
                .limit(POINTS)
                .map((Finding finding) -> Block.para(Telling.finding(finding)))
                .toList();
    }

    private static void official(Brand brand, List<Block> blocks) {
        blocks.add(Block.heading("公式の案内", "Official pages"));
        List<Para> items = new ArrayList<>();
        items.add(Block.para(Statement.say(
                brand.evidence(),
                Inline.phrase(
                        "{0}の公式サイト：{1}",
                        "Official site of {0}: {1}", new Inline.Told(brand.name()), Inline.code(brand.site())))));
        if (!brand.warning().isEmpty()) {
            items.add(Block.para(Statement.say(
                    brand.evidence(),
                    Inline.phrase(
                            "なりすましメールへの注意喚起：{0}", "Its warning of such mails: {0}", Inline.code(brand.warning())))));
        }
        brand.never()
                .forEach(never -> items.add(Block.para(Statement.say(
                        brand.evidence(),
                        Inline.phrase(
                                "{0}の説明：{1}",
                                "{0} says: {1}", new Inline.Told(brand.name()), new Inline.Told(never))))));
        blocks.add(new Bullets(items));
    }

    private static List<Row> steps() {
        return List.of(
                Block.row(
                        "メールを開いただけ",
                        "Only opened the mail",
                        Statement.fixed(
                                "それ以上は操作せず、メールを削除してください。用件は公式サイトやアプリを自分で開いて確かめてください。",
                                "Do nothing further and delete it. Check the matter by opening the official site or app yourself.")),
                Block.row(
                        "リンクを開いた",
                        "Opened the link",
                        Statement.fixed(
                                "何も入力せずに画面を閉じてください。ファイルが保存された場合は開かずに削除してください。",
                                "Close the page without typing anything. If a file was saved, delete it unopened.")),
                Block.row(
                        "パスワードを入力した",
                        "Typed a password",
                        Statement.fixed(
                                "公式サイトを自分で開き、直ちにパスワードを変更してください。同じパスワードを使うほかのサービスも変更し、利用履歴を確かめてください。",
                                "Open the official site yourself and change it at once; change it wherever else it is used and check the account's history.")),
                Block.row(
                        "カード番号を入力した",
                        "Typed a card number",
                        Statement.fixed(
                                "カード裏面の番号へ電話し、利用停止と再発行を依頼してください。",
                                "Call the number on the back of the card; have it blocked and replaced.")),
                Block.row(
                        "添付ファイルを実行した",
                        "Ran a file",
                        Statement.fixed(
                                "端末をネットワークから切り離し、職場の端末なら管理者へ連絡してください。パスワードの変更は別の端末から行ってください。",
                                "Take the device off the network and tell the administrator if it is your employer's. Change passwords from another device.")));
    }

    private static List<Row> reports(Brief brief) {
        Set<String> topics = topics(brief);
        return brief.knowledge().destinations().stream()
                .filter(destination -> destination.fits().stream().anyMatch(topics::contains))
                .map(ActionsSection::report)
                .toList();
    }

    private static Set<String> topics(Brief brief) {
        Set<String> topics = new TreeSet<>();
        topics.add(brief.verdict().kind().name().toLowerCase(Locale.ROOT));
        Purpose.Kind purpose = brief.analysis().purpose().kind();
        if (purpose != Purpose.Kind.NONE) {
            topics.add(purpose.code());
        }
        return topics;
    }

    private static Row report(Destination destination) {
        return new Row(
                destination.name(),
                List.of(
                        Block.para(Statement.say(destination.evidence(), Inline.code(destination.where()))),
                        Block.para(Statement.say(destination.evidence(), new Inline.Told(destination.wants())))));
    }
}
