package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.Text;
import gyotaku.model.fact.DomainFacts;
import gyotaku.model.fact.IpFacts;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.fact.Reputation;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import gyotaku.report.block.Statement.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Everything that was not looked at or whose answer did not come: what was not asked together by the reason, what
/// failed
/// by source and reason.
final class Unlooked {

    private record Failure(Text source, Text why) {}

    private final Map<Text, Set<Text>> unasked = new LinkedHashMap<>();
    private final Map<Failure, List<Evidence>> failures = new LinkedHashMap<>();

    private Unlooked() {}

    static List<Para> of(Brief brief) {
        Unlooked unlooked = new Unlooked();
        brief.facts().ips().values().forEach(unlooked::address);
        brief.facts()
                .domains()
                .values()
                .forEach(lookup ->
                        unlooked.note(Text.of("ドメイン登録情報（RDAP・WHOIS）", "domain registration (RDAP, WHOIS)"), lookup));
        brief.facts().links().values().forEach(unlooked::link);
        brief.facts().zones().values().forEach(unlooked::zone);
        return Stream.concat(
                        unlooked.failures.entrySet().stream().map(it -> failed(it.getKey(), it.getValue())),
                        unlooked.unasked.entrySet().stream().map(it -> Telling.unasked(it.getValue(), it.getKey())))
                .map(Block::para)
                .toList();
    }

    private void address(IpFacts facts) {
        note(Text.of("逆引き（PTR）", "reverse name (PTR)"), facts.reverse());
        note(Text.of("IPアドレスの登録情報（RDAP）", "registry entry of the IP (RDAP)"), facts.network());
        note(Text.of("IPデータ（国・ASN）", "IP data (country, ASN)"), facts.origin());
        note(Text.of("経路情報（BGP）", "route (BGP)"), facts.announced());
        facts.listings().forEach(this::listing);
    }

    private void zone(DomainFacts facts) {
        facts.records()
                .forEach((type, lookup) -> note(Text.of("DNS（{0}）", "DNS ({0})").with(type), lookup));
        note(Text.of("証明書の公開ログ（CT）", "certificate logs (CT)"), facts.certificates());
        facts.listings().forEach(this::listing);
    }

    private void link(LinkFacts facts) {
        note(Text.of("リンク先のIPアドレス（DNS）", "addresses of link hosts (DNS)"), facts.addresses());
        facts.reputation().forEach(this::listing);
    }

    private void listing(Reputation reputation) {
        note(Telling.service(reputation.name()), reputation.threat());
    }

    private void note(Text source, Lookup<?> lookup) {
        switch (lookup) {
            case Lookup.NotAsked<?> it ->
                unasked.computeIfAbsent(Telling.reason(it.why()), _ -> new LinkedHashSet<>())
                        .add(source);
            case Lookup.Failed<?> it ->
                failures.computeIfAbsent(new Failure(source, it.why().reason().label()), _ -> new ArrayList<>())
                        .add(it.evidence());
            case Lookup.Found<?> _, Lookup.NotListed<?> _ -> {}
        }
    }

    private static Statement failed(Failure failure, List<Evidence> evidence) {
        Inline told = Inline.phrase(
                "{0}：{1}件", "{0}: {1}", new Inline.Told(failure.source()), Inline.number(evidence.size()));
        return new Sentence(List.of(told, Telling.FAILED, new Inline.Told(failure.why())), evidence);
    }
}
