package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.fact.DomainFacts;
import gyotaku.model.fact.IpFacts;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.finding.Authentication;
import gyotaku.model.finding.Case;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Block.Proof;
import gyotaku.report.block.Chapter;
import gyotaku.report.block.Document;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Ledger;
import gyotaku.report.block.Rewriting;
import gyotaku.report.block.Statement;
import gyotaku.report.block.Tone;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/// All sections of one case in their order, with every evidence numbered.
public final class Edition {

    private final List<Section> sections;
    private final Knowledge knowledge;
    private final PublicSuffixes suffixes;

    public Edition(PublicSuffixes suffixes) {
        this.suffixes = suffixes;
        this.knowledge = Knowledge.load();
        this.sections = ServiceLoader.load(Section.class, Section.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(Section::order))
                .toList();
    }

    public List<Section> sections() {
        return sections;
    }

    public Brief brief(Case c) {
        return new Brief(c, suffixes, knowledge);
    }

    public Document of(Case c) {
        Brief brief = brief(c);
        List<Chapter> chapters = sections.stream()
                .map(section -> new Chapter(section.anchor(), section.title(), section.blocks(brief)))
                .filter(chapter -> !chapter.blocks().isEmpty())
                .toList();
        Document told = new Document(
                c.id(), Text.of("部外秘", "confidential"), title(brief), subtitle(brief), chapters, Ledger.of(List.of()));
        Ledger ledger =
                Ledger.of(Stream.concat(cited(told).stream(), known(c).stream()).toList());
        List<Chapter> all = new ArrayList<>(chapters);
        all.add(proofs(ledger));
        return new Document(told.id(), told.label(), told.title(), told.subtitle(), all, ledger);
    }

    private static Para title(Brief brief) {
        Inline subject = Inline.foreign(
                brief.mail().subject().isEmpty() ? "—" : brief.mail().subject());
        Evidence seen = brief.header("Subject", Trust.CLAIMED);
        return Block.para(brief.brand()
                .map(brand -> Statement.say(
                        Stream.concat(brand.evidence().stream(), Stream.of(seen))
                                .toList(),
                        Inline.phrase(
                                "{0}を騙る「{1}」の調査報告",
                                "Investigation: “{1}”, posing as {0}", new Inline.Told(brand.name()), subject)))
                .orElseGet(() -> Statement.say(seen, Inline.phrase("「{0}」の調査報告", "Investigation: “{0}”", subject))));
    }

    private static Para subtitle(Brief brief) {
        List<Statement> statements = new ArrayList<>();
        brief.receivingHop()
                .ifPresent(hop -> statements.add(Statement.say(
                        hop.evidence(),
                        Inline.phrase(
                                "受信：{0}／",
                                "Received: {0} / ", told(Times.local(hop.at().orElseThrow()))))));
        statements.add(new Statement.Gap(
                List.of(Inline.phrase(
                        "解析日：{0}／解析ステータス：{1}",
                        "Analysed: {0} / Status: {1}",
                        told(Times.day(brief.facts().at().atOffset(ZoneOffset.UTC))),
                        new Inline.Told(VerdictWords.status(brief.verdict())))),
                Text.same("")));
        return new Para(statements);
    }

    private static Inline told(String value) {
        return new Inline.Told(Text.same(value));
    }

    private static Collection<Evidence> cited(Document document) {
        List<Evidence> all = new ArrayList<>();
        Rewriting collecting = new Rewriting(leaf -> leaf, evidence -> {
            all.addAll(evidence);
            return true;
        });
        return collecting.of(document).chapters().isEmpty() ? List.of() : all;
    }

    /// What the case rests on whether or not a section tells it.
    private static Collection<Evidence> known(Case c) {
        List<Evidence> all = new ArrayList<>();
        c.analysis().findings().forEach(finding -> all.addAll(finding.evidence()));
        Authentication auth = c.analysis().authentication();
        Stream.of(auth.spf(), auth.helo(), auth.dkim(), auth.dmarc(), auth.arc())
                .forEach(result -> all.addAll(result.evidence()));
        auth.signatures().forEach(signature -> all.addAll(signature.outcome().evidence()));
        auth.sealers().forEach(sealer -> all.add(sealer.evidence()));
        auth.claims().forEach(claim -> all.add(claim.evidence()));
        c.analysis().brand().ifPresent(brand -> all.addAll(brand.evidence()));
        all.addAll(c.analysis().purpose().evidence());
        c.mail().route().hops().forEach(hop -> all.add(hop.evidence()));
        c.facts().ips().values().forEach(facts -> address(facts, all));
        c.facts().domains().values().forEach(lookup -> seen(lookup, all));
        c.facts().links().values().forEach(facts -> link(facts, all));
        c.facts().zones().values().forEach(facts -> zone(facts, all));
        seen(c.facts().bimi(), all);
        c.facts().bimi().found().ifPresent(bimi -> seen(bimi.certificate(), all));
        return all;
    }

    private static void address(IpFacts facts, List<Evidence> all) {
        seen(facts.reverse(), all);
        facts.reverse().found().ifPresent(reverse -> seen(reverse.confirmed(), all));
        seen(facts.network(), all);
        seen(facts.origin(), all);
        seen(facts.announced(), all);
        facts.listings().forEach(entry -> seen(entry.threat(), all));
    }

    private static void zone(DomainFacts facts, List<Evidence> all) {
        facts.records().values().forEach(lookup -> seen(lookup, all));
        seen(facts.certificates(), all);
        facts.listings().forEach(entry -> seen(entry.threat(), all));
    }

    private static void link(LinkFacts facts, List<Evidence> all) {
        seen(facts.addresses(), all);
        seen(facts.registration(), all);
        facts.reputation().forEach(entry -> seen(entry.threat(), all));
        seen(facts.landing(), all);
        seen(facts.securityTxt(), all);
    }

    private static void seen(Lookup<?> lookup, List<Evidence> all) {
        lookup.seen().ifPresent(all::add);
    }

    static Chapter proofs(Ledger ledger) {
        return new Chapter(
                "evidence",
                Text.of("根拠", "Evidence"),
                List.of(
                        Block.para(
                                Statement.fixed(
                                        "本文の番号（E1 など）は、次の一覧を指します。検体の位置はバイト単位です。保存した記録は gyotaku verify で検証し、gyotaku replay で同じ報告を再現できます。",
                                        "The numbers in the text (E1 and so on) point here. Places in the sample are in bytes. gyotaku verify checks what was stored; gyotaku replay builds the same report again.")),
                        new Block.Proofs(ledger.entries().stream()
                                .map(evidence -> proof(ledger.id(evidence), evidence))
                                .toList())));
    }

    private static Proof proof(String id, Evidence evidence) {
        Tone tone = Tone.of(evidence.trust());
        Text trust = evidence.trust().label();
        return switch (evidence) {
            case Evidence.InSample in ->
                new Proof(id, kind(in.kind()), in.span().toString(), "", "", tone, trust, Defang.text(in.excerpt()));
            case Evidence.Answered it ->
                new Proof(
                        id,
                        Text.of("照会 {0}", "look-up {0}").with(it.source()),
                        Defang.text(it.subject()),
                        Times.utc(it.at()),
                        it.sha256().hex(),
                        tone,
                        trust,
                        Defang.text(it.excerpt()));
            case Evidence.Known it ->
                new Proof(
                        id,
                        Text.of("知識 {0}", "knowledge {0}").with(it.file()),
                        it.source(),
                        it.checked().toString(),
                        "",
                        tone,
                        trust,
                        it.excerpt());
        };
    }

    private static Text kind(String kind) {
        return switch (kind) {
            case "header" -> Text.of("ヘッダー", "header");
            case "hop" -> Text.of("Received 行", "Received line");
            case "part" -> Text.of("パート", "part");
            case "link" -> Text.of("リンク", "link");
            case "text" -> Text.of("本文", "text");
            case "attachment" -> Text.of("添付ファイル", "attachment");
            case "message" -> Text.of("検体全体", "whole sample");
            default -> Text.same(kind);
        };
    }
}
