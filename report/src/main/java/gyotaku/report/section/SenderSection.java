package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.DomainName;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Mailbox;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Block.Row;
import gyotaku.report.block.Block.Rows;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who the mail says it is from, in the four places where it says so, and how they agree.
@AutoService(Section.class)
public final class SenderSection implements Section {

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String anchor() {
        return "sender";
    }

    @Override
    public Text title() {
        return Text.of("送信者・送信者解析", "Sender");
    }

    @Override
    public List<Block> blocks(Brief brief) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(Text.of("送信者", "Sender (From)"), List.of(Block.para(from(brief)))));
        if (!brief.mail().replyTo().isEmpty()) {
            rows.add(new Row(Text.of("返信先（Reply-To）", "Reply-To"), replyTo(brief)));
        }
        rows.add(Block.row("Return-Path", "Return-Path", envelope(brief)));
        brief.mail()
                .header("Message-ID")
                .ifPresent(id -> rows.add(Block.row("Message-ID", "Message-ID", messageId(id))));
        rows.add(new Row(Text.of("送信者解析", "Analysis"), analysis(brief)));
        brief.mail()
                .forwarded()
                .ifPresent(inner -> rows.add(new Row(
                        Text.of("本文内に転送された元のメール", "Original forwarded in the text"), ForwardedInWords.of(inner))));
        return List.of(new Rows(rows));
    }

    private static Statement from(Brief brief) {
        return brief.mail()
                .from()
                .map(from -> mailbox(brief, from))
                .orElseGet(() -> Statement.say(brief.whole(), Inline.words("From がありません。", "There is no From.")));
    }

    private static Statement mailbox(Brief brief, Mailbox box) {
        Inline address = Inline.code(box.address().isEmpty() ? "—" : "<" + box.address() + ">");
        Inline told = box.name().isEmpty()
                ? address
                : Inline.phrase("{0} {1}", "{0} {1}", Inline.foreign(box.name()), address);
        return Statement.say(brief.field(box), told, Inline.badge(Trust.CLAIMED));
    }

    private static List<Para> replyTo(Brief brief) {
        return brief.mail().replyTo().stream()
                .limit(5)
                .map(box -> Block.para(mailbox(brief, box)))
                .toList();
    }

    private static Statement envelope(Brief brief) {
        return brief.mail()
                .envelope()
                .map(box -> box.address().isEmpty()
                        ? Statement.say(
                                brief.field(box),
                                Inline.code("<>"),
                                Inline.words("（エラー通知の形式）", " (the form of bounces)"))
                        : mailbox(brief, box))
                .orElseGet(() -> Statement.say(brief.whole(), Inline.words("記録されていません。", "It is not recorded.")));
    }

    private static Statement messageId(Header id) {
        return Statement.say(id.evidence(Trust.CLAIMED), Inline.code(id.body().strip()), Inline.badge(Trust.CLAIMED));
    }

    private static List<Para> analysis(Brief brief) {
        List<Statement> all = new ArrayList<>();
        agreement(brief).ifPresent(all::add);
        all.add(self(brief));
        brief.mail()
                .from()
                .flatMap(from -> brief.senderDomain().flatMap(name -> Relation.of(brief, name, brief.field(from))))
                .ifPresent(all::add);
        brief.analysis().findings().stream()
                .filter(finding -> finding.family() == Family.SENDER)
                .filter(finding -> finding.severity() != Finding.Severity.INFO || finding.weight() > 0)
                .map(Telling::finding)
                .forEach(all::add);
        return all.stream().map(Block::para).toList();
    }

    private static Optional<Statement> agreement(Brief brief) {
        Optional<Mailbox> from = brief.mail().from();
        Optional<Mailbox> envelope = brief.mail().envelope();
        if (from.flatMap(Mailbox::domain).isEmpty()
                || envelope.flatMap(Mailbox::domain).isEmpty()) {
            return Optional.empty();
        }
        DomainName said = brief.registrable(from.flatMap(Mailbox::domain).orElseThrow());
        DomainName path = brief.registrable(envelope.flatMap(Mailbox::domain).orElseThrow());
        List<Evidence> basis = List.of(brief.field(from.orElseThrow()), brief.field(envelope.orElseThrow()));
        return Optional.of(
                said.equals(path)
                        ? Statement.say(
                                basis,
                                Inline.phrase(
                                        "From と Return-Path のドメインは同じ {0} です。",
                                        "From and Return-Path share the domain {0}.", Inline.code(said)))
                        : Statement.say(
                                basis,
                                Inline.phrase(
                                        "From のドメイン {0} と Return-Path のドメイン {1} が異なります。",
                                        "The domain of From, {0}, differs from that of Return-Path, {1}.",
                                        Inline.code(said),
                                        Inline.code(path))));
    }

    private static Statement self(Brief brief) {
        return brief.mail()
                .from()
                .flatMap(from -> brief.mail().recipients().stream()
                        .filter(from::sameAddress)
                        .findFirst()
                        .map(own -> Statement.say(
                                List.of(brief.field(from), brief.field(own)),
                                Inline.phrase(
                                        "送信者として、受信者ご自身のアドレス {0} が使われています。From は送信者が自由に書けるため、それだけで乗っ取りを示すものではありません。",
                                        "The sender's address is the recipient's own, {0}. From can be written freely, so this alone does not show that the mailbox was taken over.",
                                        Inline.code(own.address())))))
                .orElseGet(() -> Statement.say(
                        brief.mail().from().map(brief::field).orElseGet(brief::whole),
                        Inline.words(
                                "受信者ご自身のアドレスは、送信者として使われていません。", "The recipient's own address is not used as sender.")));
    }
}
