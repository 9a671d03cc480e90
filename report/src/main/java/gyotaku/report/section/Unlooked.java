package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.Text;
import gyotaku.model.Why;
import gyotaku.model.fact.IpFacts;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.fact.Reputation;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import gyotaku.report.block.Statement.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything that was not looked at or whose answer did not come, grouped by source and reason.
final class Unlooked {

    private record Group(Text source, boolean asked, Text why) {}

    private final Map<Group, List<Evidence>> groups = new LinkedHashMap<>();
    private final Map<Group, Integer> counts = new LinkedHashMap<>();

    private Unlooked() {}

    static List<Para> of(Brief brief) {
        Unlooked unlooked = new Unlooked();
        brief.facts().ips().values().forEach(unlooked::address);
        brief.facts().domains().values().forEach(unlooked::registration);
        brief.facts().links().values().forEach(unlooked::link);
        return unlooked.paras();
    }

    private void address(IpFacts facts) {
        note(Text.of("逆引き（PTR）", "reverse name (PTR)"), facts.reverse());
        note(Text.of("IPアドレスの登録情報（RDAP）", "registry entry of the IP (RDAP)"), facts.network());
        note(Text.of("IPデータ（国・ASN）", "IP data (country, ASN)"), facts.origin());
    }

    private void registration(Lookup<?> lookup) {
        note(Text.of("ドメイン登録情報（RDAP・WHOIS）", "domain registration (RDAP, WHOIS)"), lookup);
    }

    private void link(LinkFacts facts) {
        note(Text.of("リンク先のIPアドレス（DNS）", "addresses of link hosts (DNS)"), facts.addresses());
        for (Reputation reputation : facts.reputation()) {
            note(Text.same(reputation.name()), reputation.threat());
        }
    }

    private void note(Text source, Lookup<?> lookup) {
        switch (lookup) {
            case Lookup.NotAsked<?> it -> add(new Group(source, false, Telling.reason(it.why())), List.of());
            case Lookup.Failed<?> it -> add(new Group(source, true, reason(it.why())), List.of(it.evidence()));
            case Lookup.Found<?> _, Lookup.NotListed<?> _ -> {}
        }
    }

    private static Text reason(Why why) {
        return why.reason().label();
    }

    private void add(Group group, List<Evidence> evidence) {
        groups.computeIfAbsent(group, _ -> new ArrayList<>()).addAll(evidence);
        counts.merge(group, 1, Integer::sum);
    }

    private List<Para> paras() {
        return groups.entrySet().stream()
                .map(entry -> new Para(List.of(tell(entry.getKey(), entry.getValue()))))
                .toList();
    }

    private Statement tell(Group group, List<Evidence> evidence) {
        Inline told = Inline.phrase(
                "{0}：{1}件", "{0}: {1}", new Inline.Told(group.source()), Inline.number(counts.getOrDefault(group, 0)));
        return evidence.isEmpty()
                ? new Statement.Gap(List.of(told, Telling.NOT_ASKED), group.why())
                : new Sentence(List.of(told, Telling.FAILED, new Inline.Told(group.why())), evidence);
    }
}
