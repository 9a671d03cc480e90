package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.mail.Hop;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Row;
import gyotaku.report.block.Block.Rows;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Inline.Told;
import gyotaku.report.block.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// When the mail came, by the receiving server's clock, and what its Date says.
@AutoService(Section.class)
public final class ReceiptSection implements Section {

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String anchor() {
        return "received";
    }

    @Override
    public Text title() {
        return Text.of("受信日時", "Time of receipt");
    }

    @Override
    public List<Block> blocks(Brief brief) {
        Optional<Hop> hop = brief.receivingHop();
        Optional<OffsetDateTime> received = hop.flatMap(Hop::at);
        Evidence date = brief.header("Date", Trust.CLAIMED);
        List<Row> rows = new ArrayList<>();
        rows.add(Block.row("受信日時", "Received", hop.isPresent() ? received(hop.orElseThrow()) : unknown(brief)));
        rows.add(Block.row("Date ヘッダー", "Date header", date(brief, date)));
        if (received.isPresent() && brief.mail().date().isPresent()) {
            OffsetDateTime sent = brief.mail().date().orElseThrow();
            List<Evidence> both = List.of(date, hop.orElseThrow().evidence());
            rows.add(Block.row("時刻の差", "Difference", drift(sent, received.orElseThrow(), both)));
            rows.add(Block.row("時間帯", "Time zones", zones(sent, received.orElseThrow(), both)));
        }
        return List.of(new Rows(rows));
    }

    private static Statement received(Hop hop) {
        OffsetDateTime at = hop.at().orElseThrow();
        return Statement.say(
                hop.evidence(),
                Inline.phrase(
                        "{0}（{1}）",
                        "{0} ({1})",
                        new Told(Text.same(Times.local(at))),
                        new Told(Text.same(Times.utc(at.toInstant())))),
                Inline.badge(hop.evidence().trust()));
    }

    private static Statement unknown(Brief brief) {
        return Statement.say(
                brief.whole(),
                Inline.words(
                        "不明です。受信側のサーバーが書いた時刻が、この検体にはありません。",
                        "Unknown: no time written by a receiving server is in this sample."));
    }

    private static Statement date(Brief brief, Evidence evidence) {
        return brief.mail()
                .date()
                .map(at -> Statement.say(
                        evidence,
                        Inline.phrase(
                                "{0}（{1}）",
                                "{0} ({1})",
                                new Told(Text.same(Times.local(at))),
                                new Told(Text.same(Times.utc(at.toInstant())))),
                        Inline.badge(Trust.CLAIMED)))
                .orElseGet(() ->
                        Statement.say(evidence, Inline.words("読み取れる日時がありません。", "There is none that can be read.")));
    }

    private static Statement drift(OffsetDateTime sent, OffsetDateTime received, List<Evidence> both) {
        Duration drift = Duration.between(sent.toInstant(), received.toInstant());
        if (drift.isZero()) {
            return Statement.say(both, Inline.words("差はありません。", "There is none."));
        }
        Inline length = new Told(Times.length(drift));
        return drift.isNegative()
                ? Statement.say(
                        both,
                        Inline.phrase(
                                "Date は受信より{0}後です。送信側の時計が進んでいるか、書き換えられています。",
                                "Date lies {0} after receipt: the sender's clock is fast or the field is made up.",
                                length))
                : Statement.say(both, Inline.phrase("Date は受信の{0}前です。", "Date lies {0} before receipt.", length));
    }

    private static Statement zones(OffsetDateTime sent, OffsetDateTime received, List<Evidence> both) {
        Inline mine = new Told(Text.same(received.getOffset().getId().replace("Z", "+00:00")));
        Inline theirs = new Told(Text.same(sent.getOffset().getId().replace("Z", "+00:00")));
        return sent.getOffset().equals(received.getOffset())
                ? Statement.say(both, Inline.phrase("どちらも {0} です。", "Both are {0}.", mine))
                : Statement.say(
                        both,
                        Inline.phrase(
                                "Date は {0}、受信側は {1} で、異なります。",
                                "They differ: Date is in {0}, the receiving side in {1}.", theirs, mine));
    }
}
