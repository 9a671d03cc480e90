package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.DomainName;
import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.Text;
import gyotaku.model.WebUrl;
import gyotaku.model.Why;
import gyotaku.model.fact.Asked;
import gyotaku.model.fact.Landing;
import gyotaku.model.fact.SecurityTxt;
import gyotaku.model.mail.Link;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Block.Row;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Inline.Badge;
import gyotaku.report.block.Statement;
import gyotaku.report.block.Tone;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The state of the linked pages: what stood there when somebody looked, what they ask for and where it goes.
@AutoService(Section.class)
public final class PageSection implements Section {

    private static final int IN_FULL = 6;
    private static final int STEPS = 12;
    private static final int FORMS = 5;
    private static final int FIELDS = 20;
    private static final int NAMES = 5;

    @Override
    public int order() {
        return 130;
    }

    @Override
    public String anchor() {
        return "landing";
    }

    @Override
    public Text title() {
        return Text.of("リンク先サイトの状態", "State of the linked site");
    }

    @Override
    public List<Block> blocks(Brief brief) {
        Visits visits = new Visits(brief);
        List<Visits.Visit> all = visits.all();
        List<Block> blocks = new ArrayList<>();
        for (Visits.Visit visit : all.subList(0, Math.min(IN_FULL, all.size()))) {
            if (all.size() > 1) {
                blocks.add(new Block.Heading(Text.of("ページ {0}", "Page {0}").with(all.indexOf(visit) + 1)));
            }
            page(brief, visit, blocks);
        }
        if (all.size() > IN_FULL) {
            blocks.add(new Block.Bullets(
                    all.stream().skip(IN_FULL).map(PageSection::line).toList()));
        }
        unopened(visits, !all.isEmpty(), blocks);
        return blocks;
    }

    private static void page(Brief brief, Visits.Visit visit, List<Block> blocks) {
        Landing page = visit.page();
        Evidence seen = visit.evidence();
        List<Statement> lead = new ArrayList<>();
        lead.add(Statement.say(seen, sentence(visit), new Badge(Tone.PROVEN, Text.of("実際に確認", "visited"))));
        lead.add(Statement.say(seen, new Inline.Told(PageInWords.means(page.means()))));
        if (PageInWords.isDown(page)) {
            lead.add(Statement.fixed(
                    "これはこの時刻の結果です。あとから再び開くことも、別の場所からは開けることもあります。",
                    "This is what was seen at that time: it may come back, and it may answer others."));
        }
        blocks.add(new Para(lead));
        blocks.addAll(new PagePictures(brief.c(), visit).blocks());
        blocks.add(new Block.Rows(rows(brief, visit)));
    }

    /// The state of a page in one sentence with its time.
    static Inline sentence(Visits.Visit visit) {
        Inline state = new Inline.Strong(PageInWords.state(visit.page()));
        String at = PageInWords.at(visit.evidence());
        return at.isEmpty()
                ? state
                : Inline.phrase("{0} の時点で、{1}", "At {0}, {1}", new Inline.Told(Text.same(at)), state);
    }

    private static Para line(Visits.Visit visit) {
        return Block.para(Statement.say(
                visit.evidence(),
                Inline.phrase(
                        "{0}：{1}",
                        "{0}: {1}",
                        Inline.code(Defang.target(visit.link())),
                        new Inline.Told(PageInWords.state(visit.page())))));
    }

    private static List<Row> rows(Brief brief, Visits.Visit visit) {
        Landing page = visit.page();
        Evidence seen = visit.evidence();
        List<Row> rows = new ArrayList<>();
        rows.add(Block.row("開いたリンク", "Link opened", Statement.say(seen, Inline.code(Defang.target(visit.link())))));
        way(page, seen, rows);
        if (!page.title().isBlank()) {
            rows.add(Block.row(
                    "ページの題名",
                    "Page title",
                    Statement.say(seen, Inline.foreign(Defang.text(PageInWords.shortened(page.title()))))));
        }
        page.notice()
                .filter(it -> !it.phrase().isBlank())
                .ifPresent(notice -> rows.add(Block.row(
                        "画面の文言",
                        "Words on it",
                        Statement.say(seen, Inline.foreign(Defang.text(PageInWords.shortened(notice.phrase())))))));
        asks(page, seen, rows);
        page.tls().ifPresent(tls -> rows.add(new Row(Text.of("サイト証明書", "Certificate"), tls(brief, tls, seen))));
        if (new Visits(brief).securityTxt(visit.link()) instanceof Lookup.Found<SecurityTxt> found) {
            rows.add(contacts(brief, found));
        }
        page.otherAgent().ifPresent(other -> rows.add(Block.row("別の端末を名乗ると", "As another device", other(other, seen))));
        if (!page.cut().isEmpty()) {
            rows.add(new Row(
                    Text.of("途中でやめたもの", "Left out"),
                    page.cut().stream()
                            .map(it -> Block.para(Statement.say(seen, PageInWords.cut(it))))
                            .toList()));
        }
        return rows;
    }

    private static Row contacts(Brief brief, Lookup.Found<SecurityTxt> found) {
        AbuseContacts allowed = AbuseContacts.of(brief.c(), brief.suffixes());
        List<Para> paras = new ArrayList<>();
        for (String contact : found.value().contacts()) {
            paras.add(Block.para(Statement.say(
                    found.evidence(),
                    allowed.shown(contact, Defang.text(contact)),
                    new Badge(Tone.QUIET, Text.of("サイトの自己申告", "claimed by the site")))));
        }
        found.value()
                .expires()
                .ifPresent(at -> paras.add(Block.para(Statement.say(
                        found.evidence(),
                        Inline.phrase("期限：{0}", "Expires: {0}", new Inline.Told(Text.same(Times.utc(at))))))));
        return new Row(Text.of("連絡先（security.txt）", "Contact (security.txt)"), paras);
    }

    private static void way(Landing page, Evidence seen, List<Row> rows) {
        if (!page.redirects().isEmpty()) {
            List<Para> steps = new ArrayList<>();
            for (Landing.Redirect step :
                    page.redirects().subList(0, Math.min(STEPS, page.redirects().size()))) {
                steps.add(Block.para(Statement.say(
                        seen,
                        Inline.phrase("→ {0}", "→ {0}", PageInWords.url(step.to())),
                        new Badge(Tone.QUIET, PageInWords.how(step)))));
            }
            if (page.redirects().size() > STEPS) {
                steps.add(Block.para(Statement.say(
                        seen,
                        Inline.phrase(
                                "ほか {0} 件の転送",
                                "and {0} more", Inline.number(page.redirects().size() - STEPS)))));
            }
            rows.add(new Row(Text.of("転送の経路", "Redirects"), steps));
        }
        List<Statement> end = new ArrayList<>();
        end.add(
                page.status() == 0
                        ? Statement.say(seen, PageInWords.url(page.url()))
                        : Statement.say(
                                seen,
                                PageInWords.url(page.url()),
                                new Badge(Tone.QUIET, Text.same("HTTP " + page.status()))));
        page.address()
                .ifPresent(ip -> end.add(
                        Statement.say(seen, Inline.phrase("接続先 IP アドレス {0}", "served from {0}", Inline.code(ip)))));
        rows.add(new Row(
                Text.of("行き着いた先", "Where it led"), end.stream().map(Block::para).toList()));
    }

    private static void asks(Landing page, Evidence seen, List<Row> rows) {
        List<Landing.Form> forms = page.forms().stream()
                .filter(form -> !form.fields().isEmpty())
                .limit(FORMS)
                .toList();
        if (forms.isEmpty()) {
            return;
        }
        rows.add(new Row(
                Text.of("入力を求めるもの", "Asks for"),
                forms.stream()
                        .flatMap(form -> form.fields().stream())
                        .limit(FIELDS)
                        .map(field -> Block.para(field(field, seen)))
                        .distinct()
                        .toList()));
        rows.add(new Row(
                Text.of("入力内容の送信先", "Sent to"),
                forms.stream()
                        .map(form -> Block.para(target(page, form, seen)))
                        .distinct()
                        .toList()));
    }

    private static Statement field(Landing.Field field, Evidence seen) {
        String shown = field.label().isBlank() ? field.name() : field.label();
        Inline label = Inline.foreign(Defang.text(PageInWords.shortened(shown)));
        return Asked.of(field)
                .map(asked -> Statement.say(
                        seen,
                        asked.isSecret() ? new Inline.Strong(asked.label()) : new Inline.Told(asked.label()),
                        Inline.phrase("（画面の表記：「{0}」）", " (on the page: “{0}”)", label)))
                .orElseGet(() ->
                        Statement.say(seen, Inline.phrase("その他（画面の表記：「{0}」）", "other (on the page: “{0}”)", label)));
    }

    private static Statement target(Landing page, Landing.Form form, Evidence seen) {
        return elsewhere(page, form)
                ? Statement.say(
                        seen,
                        PageInWords.url(form.action()),
                        new Badge(Tone.DANGER, Text.of("別のサイトへ送信", "another site")))
                : Statement.say(seen, PageInWords.url(form.action()));
    }

    private static boolean elsewhere(Landing page, Landing.Form form) {
        Optional<DomainName> here = WebUrl.ofSerialised(page.url()).flatMap(WebUrl::domain);
        Optional<DomainName> there = WebUrl.ofSerialised(form.action()).flatMap(WebUrl::domain);
        return here.isPresent()
                && there.isPresent()
                && !there.get().within(here.get())
                && !here.get().within(there.get());
    }

    private static List<Para> tls(Brief brief, Landing.Tls tls, Evidence seen) {
        List<Para> paras = new ArrayList<>();
        paras.add(Block.para(
                tls.fault().isEmpty()
                        ? Statement.say(
                                seen,
                                Inline.words("認証局までたどることができ、有効です。", "It is valid and leads to a known authority."),
                                new Badge(Tone.QUIET, Text.same(PageInWords.shortened(tls.protocol()))))
                        : Statement.say(
                                seen,
                                Inline.phrase(
                                        "有効な証明書ではありません：{0}",
                                        "It is not valid: {0}", Inline.code(PageInWords.shortened(tls.fault()))),
                                new Badge(Tone.CAUTION, Text.of("無効", "not valid"))),
                Statement.fixed(
                        "証明書が保証するのは通信の暗号化とホスト名で、相手が本物の企業であることではありません。",
                        "A certificate vouches for the host name and the encryption, not for who runs the site.")));
        paras.add(Block.para(Statement.say(
                seen, Inline.phrase("発行者：{0}", "Issuer: {0}", Inline.code(PageInWords.shortened(tls.issuer()))))));
        paras.add(Block.para(Statement.say(
                seen,
                Inline.phrase(
                        "有効期間：{0} から {1} まで",
                        "Valid from {0} until {1}",
                        new Inline.Told(Text.same(Times.utc(tls.notBefore()))),
                        new Inline.Told(Text.same(Times.utc(tls.notAfter())))),
                new Badge(Tone.QUIET, age(brief, tls)))));
        List<String> names = tls.names().stream()
                .limit(NAMES)
                .map(PageInWords::shortened)
                .map(Defang::host)
                .toList();
        if (!names.isEmpty()) {
            paras.add(Block.para(Statement.say(
                    seen,
                    Inline.phrase("対象のホスト名：{0}", "For the names {0}", Inline.code(String.join(" ", names))),
                    Inline.phrase(
                            "（全 {0} 件）",
                            " ({0} in all)", Inline.number(tls.names().size())))));
        }
        return paras;
    }

    private static Text age(Brief brief, Landing.Tls tls) {
        return brief.mail()
                .receivedAt()
                .map(OffsetDateTime::toInstant)
                .map(received -> Times.age(Duration.between(tls.notBefore(), received)))
                .map(age -> Text.of("開始は{0}", "began {0}").with(age))
                .orElse(Text.of("受信時刻が不明", "time of receipt unknown"));
    }

    private static Statement other(Landing.Contrast other, Evidence seen) {
        Inline agent = new Inline.Told(Text.same(PageInWords.shortened(other.agent())));
        return other.differs()
                ? Statement.say(
                        seen,
                        Inline.phrase(
                                "{0} を名乗ると、別のページが表示されました：{1}「{2}」。見る人によって内容を変えている可能性があります。",
                                "To {0} another page was shown: {1} “{2}”. The site may show different things to different visitors.",
                                agent,
                                PageInWords.url(other.url()),
                                Inline.foreign(Defang.text(PageInWords.shortened(other.title())))))
                : Statement.say(seen, Inline.phrase("{0} を名乗っても、同じページでした。", "To {0} the same page was shown.", agent));
    }

    /// What nobody opened, or nobody could, grouped by why.
    private static void unopened(Visits visits, boolean some, List<Block> blocks) {
        Map<Why, List<Link>> unasked = new LinkedHashMap<>();
        List<Para> paras = new ArrayList<>();
        for (Link link : visits.links()) {
            switch (visits.of(link)) {
                case Lookup.NotAsked<Landing> it ->
                    unasked.computeIfAbsent(it.why(), _ -> new ArrayList<>()).add(link);
                case Lookup.Failed<Landing> it -> paras.add(failed(link, it));
                case Lookup.Found<Landing> _, Lookup.NotListed<Landing> _ -> {}
            }
        }
        unasked.forEach((why, links) -> paras.add(Block.para(unasked(why, links.size()))));
        if (some && !paras.isEmpty()) {
            blocks.add(Block.heading("開いていないリンク", "Links that were not opened"));
        }
        if (!paras.isEmpty()) {
            blocks.add(paras.size() == 1 ? paras.getFirst() : new Block.Bullets(paras));
        }
        if (!some && !paras.isEmpty()) {
            blocks.add(Block.para(Statement.fixed(
                    "稼働しているか、閉鎖・遮断されているかは分かりません。", "Whether it is up, closed or blocked is not known.")));
        }
    }

    static Statement unasked(Why why, int links) {
        return Statement.gap(
                Telling.reason(why),
                Inline.phrase("リンク先のページ：{0}件", "Linked pages: {0}", Inline.number(links)),
                Telling.NOT_ASKED);
    }

    private static Para failed(Link link, Lookup.Failed<Landing> visit) {
        return Block.para(Statement.say(
                visit.evidence(),
                Inline.code(Defang.target(link)),
                Telling.FAILED,
                Inline.phrase("確認できませんでした（{0}）。", "It could not be looked at ({0}).", Telling.why(visit.why()))));
    }
}
