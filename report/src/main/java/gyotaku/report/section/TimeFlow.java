package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.fact.Registration;
import gyotaku.model.mail.Hop;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Moment;
import gyotaku.report.block.Block.TimeLine;
import gyotaku.report.block.Statement;
import gyotaku.report.block.Tone;
import gyotaku.report.section.Lures.Registered;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Registration, claimed sending, receipt and analysis on one line.
@AutoService(Section.class)
public final class TimeFlow implements Section {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String anchor() {
        return "time";
    }

    @Override
    public Text title() {
        return Text.of("時間の流れ", "Time line");
    }

    @Override
    public List<Block> blocks(Brief brief) {
        Optional<Hop> hop = brief.receivingHop();
        ZoneOffset zone = hop.flatMap(Hop::at).map(OffsetDateTime::getOffset).orElse(ZoneOffset.UTC);
        Optional<Registered> lure = lure(brief);
        List<Moment> moments = new ArrayList<>();
        lure.ifPresent(it -> moments.add(registration(
                Text.of("リンク先ドメイン登録", "link domain registered"), it, zone, brief.benign() ? Tone.QUIET : Tone.DANGER)));
        sender(brief, lure)
                .ifPresent(it -> moments.add(
                        registration(Text.of("送信ドメイン登録", "sender domain registered"), it, zone, Tone.QUIET)));
        brief.mail()
                .date()
                .ifPresent(at -> moments.add(moment(
                        Text.of("送信（自己申告）", "sent (claimed)"),
                        at.toInstant(),
                        zone,
                        Tone.CAUTION,
                        brief.header("Date", Trust.CLAIMED))));
        hop.ifPresent(it -> it.at()
                .ifPresent(at -> moments.add(
                        moment(Text.of("受信", "received"), at.toInstant(), zone, Tone.CALM, it.evidence()))));
        Optional<Visits.Visit> visit = new Visits(brief).telling();
        visit.ifPresent(it -> page(it, zone, moments));
        moments.add(new Moment(
                Text.of("解析", "analysed"),
                date(brief.facts().at(), zone),
                time(brief.facts().at(), zone),
                brief.facts().at().getEpochSecond(),
                Tone.QUIET,
                List.of()));
        moments.sort(Comparator.comparingLong(Moment::seconds));
        return List.of(
                line(moments, lure, hop),
                caption(zone, hop, lure, visit.flatMap(it -> it.page().tls()).isPresent()));
    }

    private static void page(Visits.Visit visit, ZoneOffset zone, List<Moment> moments) {
        visit.page()
                .tls()
                .ifPresent(tls -> moments.add(moment(
                        Text.of("証明書の開始", "certificate begins"), tls.notBefore(), zone, Tone.QUIET, visit.evidence())));
        if (visit.evidence() instanceof Evidence.Answered answered) {
            moments.add(moment(Text.of("リンク先を確認", "page opened"), answered.at(), zone, Tone.QUIET, visit.evidence()));
        }
    }

    private static Optional<Registered> lure(Brief brief) {
        Lures lures = new Lures(brief);
        return lures.all().stream()
                .filter(link -> !lures.official(link))
                .flatMap(link -> lures.registered(link).stream())
                .findFirst();
    }

    private static Optional<Registered> sender(Brief brief, Optional<Registered> lure) {
        return brief.senderDomain()
                .filter(name -> lure.map(it -> !it.name().equals(name)).orElse(true))
                .flatMap(name -> Registered.of(name, brief.facts().domain(name)));
    }

    private static Moment registration(Text label, Registered it, ZoneOffset zone, Tone tone) {
        Registration entry = it.entry();
        return entry.precision() == ChronoUnit.DAYS
                ? new Moment(
                        label,
                        Times.registeredOn(entry, it.at()).toString(),
                        "",
                        it.at().getEpochSecond(),
                        tone,
                        List.of(it.evidence()))
                : moment(label, it.at(), zone, tone, it.evidence());
    }

    private static Moment moment(Text label, Instant at, ZoneOffset zone, Tone tone, Evidence evidence) {
        return new Moment(label, date(at, zone), time(at, zone), at.getEpochSecond(), tone, List.of(evidence));
    }

    private static String date(Instant at, ZoneOffset zone) {
        return Times.day(at.atOffset(zone));
    }

    private static String time(Instant at, ZoneOffset zone) {
        return TIME.format(at.atOffset(zone));
    }

    private Block line(List<Moment> moments, Optional<Registered> lure, Optional<Hop> hop) {
        int from = lure.map(it -> index(moments, it.evidence())).orElse(-1);
        int to = hop.map(it -> index(moments, it.evidence())).orElse(-1);
        boolean drawn = from >= 0 && to > from;
        Text bracket = drawn ? bracket(lure.orElseThrow(), hop.flatMap(Hop::at).orElseThrow()) : Text.same("");
        return new TimeLine(title(), moments, drawn ? from : -1, drawn ? to : -1, bracket);
    }

    private static Text bracket(Registered lure, OffsetDateTime received) {
        Duration length = Duration.between(lure.at(), received.toInstant());
        return Times.length(lure.entry().precision() == ChronoUnit.DAYS ? Duration.ofDays(length.toDays()) : length);
    }

    private static int index(List<Moment> moments, Evidence evidence) {
        for (int i = 0; i < moments.size(); i++) {
            if (moments.get(i).evidence().contains(evidence)) {
                return i;
            }
        }
        return -1;
    }

    private static Block caption(ZoneOffset zone, Optional<Hop> hop, Optional<Registered> lure, boolean certified) {
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement.Fixed(
                Text.of("時刻は {0} で示しています。", "Times are shown in {0}.").with(zone(zone))));
        statements.add(
                hop.isPresent()
                        ? Statement.fixed(
                                "受信時刻は、受信側のサーバーが記録したものです。", "The time of receipt was stamped by the receiving server.")
                        : Statement.fixed(
                                "受信時刻は分かりません（受信側の記録に時刻がありません）。",
                                "The time of receipt is unknown: no receiving server stamped one."));
        if (lure.isEmpty()) {
            statements.add(
                    Statement.fixed("リンク先ドメインの登録日は分かっていません。", "When the link's domain was registered is not known."));
        }
        if (!certified) {
            statements.add(Statement.fixed(
                    "リンク先のサイト証明書の発行時刻は確認していません。",
                    "When a certificate was issued for the linked site was not looked up."));
        }
        return new Block.Para(statements);
    }

    private static String zone(ZoneOffset zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + zone.getId();
    }
}
