package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.Text;
import gyotaku.model.Why;
import gyotaku.model.fact.DomainFacts;
import gyotaku.model.fact.IpFacts;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.fact.Reputation;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import gyotaku.report.block.Statement.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Everything that was not looked at or whose answer did not come, grouped by source and reason.
final class Unlooked {

    private record Group(Text source, boolean asked, Text why) {}

    private final Map<Group, List<Evidence>> groups = new LinkedHashMap<>();
    private final Map<Group, Integer> counts = new LinkedHashMap<>();

    private static final Set<Why.Reason> NOT_SET_UP = Set.of(Why.Reason.NO_KEY, Why.Reason.NOT_CONFIGURED);

    private final SortedMap<Why.Reason, SortedSet<String>> notSetUp = new TreeMap<>();
    private final Map<String, String> japanese = new HashMap<>();

    private Unlooked() {}

    static List<Para> of(Brief brief) {
        Unlooked unlooked = new Unlooked();
        brief.facts().ips().values().forEach(unlooked::address);
        brief.facts().domains().values().forEach(unlooked::registration);
        brief.facts().links().values().forEach(unlooked::link);
        brief.facts().zones().values().forEach(unlooked::zone);
        return unlooked.paras();
    }

    private void address(IpFacts facts) {
        note(Text.of("逆引き（PTR）", "reverse name (PTR)"), facts.reverse());
        note(Text.of("IPアドレスの登録情報（RDAP）", "registry entry of the IP (RDAP)"), facts.network());
        note(Text.of("IPデータ（国・ASN）", "IP data (country, ASN)"), facts.origin());
        service("経路情報（BGP）", "route (BGP)", facts.announced());
        facts.listings().forEach(this::listing);
    }

    private void zone(DomainFacts facts) {
        facts.records()
                .forEach((type, lookup) -> note(Text.of("DNS（{0}）", "DNS ({0})").with(type), lookup));
        service("証明書の公開ログ（CT）", "certificate logs (CT)", facts.certificates());
        facts.listings().forEach(this::listing);
    }

    private void listing(Reputation reputation) {
        service(reputation.name(), reputation.name(), reputation.threat());
    }

    /// Services that nobody set up are told together: there are many.
    private void service(String ja, String en, Lookup<?> lookup) {
        if (lookup instanceof Lookup.NotAsked<?> it
                && NOT_SET_UP.contains(it.why().reason())) {
            notSetUp.computeIfAbsent(it.why().reason(), _ -> new TreeSet<>()).add(en);
            japanese.put(en, ja);
        } else {
            note(Text.of(ja, en), lookup);
        }
    }

    private void registration(Lookup<?> lookup) {
        note(Text.of("ドメイン登録情報（RDAP・WHOIS）", "domain registration (RDAP, WHOIS)"), lookup);
    }

    private void link(LinkFacts facts) {
        note(Text.of("リンク先のIPアドレス（DNS）", "addresses of link hosts (DNS)"), facts.addresses());
        for (Reputation reputation : facts.reputation()) {
            listing(reputation);
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
        List<Para> paras = new ArrayList<>(groups.entrySet().stream()
                .map(entry -> new Para(List.of(tell(entry.getKey(), entry.getValue()))))
                .toList());
        notSetUp.forEach((reason, names) -> paras.add(new Para(List.of(together(names, reason)))));
        return paras;
    }

    private Statement together(SortedSet<String> names, Why.Reason reason) {
        Text all = Text.of(
                String.join(
                        "、",
                        names.stream()
                                .map(name -> japanese.getOrDefault(name, name))
                                .toList()),
                String.join(", ", names));
        return new Statement.Gap(List.of(new Inline.Told(all), Telling.NOT_ASKED), reason.label());
    }

    private Statement tell(Group group, List<Evidence> evidence) {
        Inline told = Inline.phrase(
                "{0}：{1}件", "{0}: {1}", new Inline.Told(group.source()), Inline.number(counts.getOrDefault(group, 0)));
        return evidence.isEmpty()
                ? new Statement.Gap(List.of(told, Telling.NOT_ASKED), group.why())
                : new Sentence(List.of(told, Telling.FAILED, new Inline.Told(group.why())), evidence);
    }
}
