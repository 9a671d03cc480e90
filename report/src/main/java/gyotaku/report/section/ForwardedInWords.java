package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Trust;
import gyotaku.model.mail.Forwarded;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import java.util.ArrayList;
import java.util.List;

/// What the quoted header says of a mail that was forwarded inside the text, and how little that proves.
final class ForwardedInWords {

    private ForwardedInWords() {}

    static List<Para> of(Forwarded forwarded) {
        Evidence block = forwarded.evidence();
        List<Statement> said = new ArrayList<>();
        said.add(
                Statement.say(
                        block,
                        Inline.words(
                                "このメールは、別のメールを本文の中に転送したものです。本文に引用されたヘッダーは、元のメールについて次のように述べています。",
                                "This mail forwards another one inside its text. The header quoted there says of the original:")));
        said.add(claimed(block, "差出人：{0}", "From: {0}", sender(forwarded)));
        if (!forwarded.sent().isEmpty()) {
            said.add(claimed(block, "送信日時：{0}", "Sent: {0}", Inline.foreign(forwarded.sent())));
        }
        if (!forwarded.subject().isEmpty()) {
            said.add(claimed(block, "件名：{0}", "Subject: {0}", Inline.foreign(forwarded.subject())));
        }
        said.add(
                Statement.say(
                        block,
                        Inline.words(
                                "この引用は転送した人が書き換えることもできる文章であり、元のメールの経路と認証は何も確かめられません。このレポートの経路・認証の結果は、転送した人からのメールについてのものです。",
                                "This quotation is text that the forwarder could change; nothing of the original's route or authentication can be checked. Route and authentication in this report are those of the forwarder's mail.")));
        said.add(Statement.say(
                block,
                Inline.words(
                        "元のメールを添付ファイルとして転送してもらうと、ヘッダーが残るため、より多くを確かめられます。",
                        "Forwarded as an attachment, the original keeps its header, and more can be proved.")));
        return said.stream().map(Block::para).toList();
    }

    private static Statement claimed(Evidence block, String ja, String en, Inline value) {
        return Statement.say(block, Inline.phrase(ja, en, value), Inline.badge(Trust.CLAIMED));
    }

    private static Inline sender(Forwarded forwarded) {
        String name = forwarded.from().name();
        String address = forwarded.from().address();
        if (address.isEmpty()) {
            return Inline.foreign(name);
        }
        Inline code = Inline.code("<" + address + ">");
        return name.isEmpty() ? code : Inline.phrase("{0} {1}", "{0} {1}", Inline.foreign(name), code);
    }
}
