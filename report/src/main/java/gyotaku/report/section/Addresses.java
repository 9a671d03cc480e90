package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.Text;
import gyotaku.model.fact.IpFacts;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Inline.Told;
import gyotaku.report.block.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is known of an address, each source by itself.
final class Addresses {

    private Addresses() {}

    static List<Para> reverse(IpFacts facts) {
        List<Para> paras = new ArrayList<>();
        paras.add(Block.para(Telling.lookup(
                facts.reverse(), it -> List.of(Inline.code(it.name())), Text.of("逆引きの設定はありません。", "none is set"))));
        facts.reverse().found().ifPresent(it -> paras.add(Block.para(confirmed(it.confirmed()))));
        return paras;
    }

    private static Statement confirmed(Lookup<Boolean> confirmed) {
        return Telling.lookup(
                confirmed,
                yes -> List.of(
                        yes
                                ? Inline.words("この名前は同じIPアドレスに戻ります。", "That name leads back to the address.")
                                : Inline.words("この名前は同じIPアドレスに戻りません。", "That name does not lead back to the address.")),
                Text.of("この名前に対応するIPアドレスはありません。", "That name has no address."));
    }

    static List<Para> countries(Brief brief, IpFacts facts) {
        List<Para> paras = new ArrayList<>();
        paras.add(Block.para(Telling.lookup(
                List.of(Inline.words("登録機関：", "Registry: ")),
                facts.network(),
                it -> List.of(country(brief, it.country())),
                Text.of("登録なし", "nothing registered"))));
        paras.add(Block.para(Telling.lookup(
                List.of(Inline.words("IPデータ：", "IP data: ")),
                facts.origin(),
                it -> List.of(country(brief, it.country())),
                Text.of("該当なし", "no entry"))));
        disagreement(facts).ifPresent(it -> paras.add(Block.para(it)));
        return paras;
    }

    private static Inline country(Brief brief, String code) {
        return code.isEmpty()
                ? Inline.words("国の記載なし", "no country given")
                : new Told(brief.knowledge().countries().name(code));
    }

    private static Optional<Statement> disagreement(IpFacts facts) {
        String registry = facts.network().found().map(IpFacts.Network::country).orElse("");
        String data = facts.origin().found().map(IpFacts.Origin::country).orElse("");
        if (registry.isEmpty() || data.isEmpty() || registry.equals(data)) {
            return Optional.empty();
        }
        List<Evidence> both = List.of(
                facts.network().seen().orElseThrow(), facts.origin().seen().orElseThrow());
        return Optional.of(Statement.say(
                both,
                Inline.words(
                        "二つの情報は一致しません。登録上の国と、実際に置かれている国が異なる場合があります。",
                        "The two do not agree: where an address is registered and where it is used may differ.")));
    }

    static Statement network(AbuseContacts contacts, IpFacts facts) {
        return Telling.lookup(
                facts.network(),
                it -> List.of(
                        it.abuseContact().isEmpty()
                                ? network(it)
                                : Inline.phrase(
                                        "{0}、不正利用の連絡先 {1}",
                                        "{0}, abuse contact {1}", network(it), contacts.shown(it.abuseContact()))),
                Text.of("登録なし", "nothing registered"));
    }

    private static Inline network(IpFacts.Network it) {
        String named =
                it.holder().isEmpty() || it.holder().equals(it.name()) ? it.name() : it.name() + " / " + it.holder();
        return Inline.phrase("{0}（{1}）", "{0} ({1})", Inline.foreign(named), Inline.code(it.range()));
    }

    static Statement asn(IpFacts facts) {
        return Telling.lookup(
                facts.origin(),
                it -> List.of(
                        it.asn() == 0
                                ? Inline.words("該当なし", "no entry")
                                : Inline.phrase(
                                        "{0} {1}",
                                        "{0} {1}", Inline.code("AS" + it.asn()), Inline.foreign(it.asName()))),
                Text.of("該当なし", "no entry"));
    }
}
