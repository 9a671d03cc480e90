package gyotaku.report.section;

import gyotaku.model.Lookup;
import gyotaku.model.Text;
import gyotaku.model.fact.Reputation;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Inline.Badge;
import gyotaku.report.block.Inline.Told;
import gyotaku.report.block.Statement;
import gyotaku.report.block.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What services and block lists say: each that answered or failed by itself, those that were not asked together by
/// their reason.
final class Standings {

    private Standings() {}

    static List<Para> of(List<Reputation> entries) {
        List<Para> paras = new ArrayList<>();
        Map<Text, Set<Text>> unasked = new LinkedHashMap<>();
        for (Reputation entry : entries) {
            if (entry.threat() instanceof Lookup.NotAsked<String> it) {
                unasked.computeIfAbsent(Telling.reason(it.why()), _ -> new LinkedHashSet<>())
                        .add(Telling.service(entry.name()));
            } else {
                paras.add(Block.para(standing(entry)));
            }
        }
        unasked.forEach((why, names) -> paras.add(Block.para(Telling.unasked(names, why))));
        return paras.stream().distinct().toList();
    }

    private static Statement standing(Reputation entry) {
        List<Inline> name = new ArrayList<>(List.of(new Told(Telling.service(entry.name()))));
        if (!entry.subject().isEmpty() && !entry.subject().contains("://")) {
            name.add(Inline.code(Defang.host(entry.subject())));
        }
        return switch (entry.threat()) {
            case Lookup.Found<String> it ->
                new Statement.Sentence(
                        Telling.joined(
                                name,
                                List.of(
                                        new Badge(Tone.DANGER, Text.of("掲載あり", "listed")),
                                        Inline.code(Defang.text(it.value())))),
                        List.of(it.evidence()));
            case Lookup.NotListed<String> it ->
                new Statement.Sentence(
                        Telling.joined(name, List.of(new Badge(Tone.CALM, Text.of("掲載なし", "not listed")))),
                        List.of(it.evidence()));
            case Lookup.NotAsked<String> _, Lookup.Failed<String> _ ->
                Telling.lookup(name, entry.threat(), _ -> List.of(), Text.same(""));
        };
    }

    /// Of those that answered or failed.
    static List<Para> answered(Stream<Reputation> entries) {
        return of(entries.filter(entry -> !(entry.threat() instanceof Lookup.NotAsked<String>))
                .toList());
    }
}
