package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.Text;
import gyotaku.model.Why;
import gyotaku.model.finding.Finding;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Inline.Badge;
import gyotaku.report.block.Inline.Told;
import gyotaku.report.block.Statement;
import gyotaku.report.block.Statement.Gap;
import gyotaku.report.block.Statement.Sentence;
import gyotaku.report.block.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The same words for the same standing, wherever it comes up.
final class Telling {

    static final Badge NOT_ASKED = new Badge(Tone.QUIET, Text.of("未照会", "not asked"));
    static final Badge FAILED = new Badge(Tone.CAUTION, Text.of("失敗", "failed"));

    private Telling() {}

    static Statement finding(Finding finding) {
        return new Sentence(List.of(new Told(finding.text())), finding.evidence());
    }

    /// One of the four states; `found` is called for the first.
    static <T> Statement lookup(Lookup<T> lookup, Function<T, List<Inline>> found, Text absent) {
        return lookup(List.of(), lookup, found, absent);
    }

    /// The same with words before it.
    static <T> Statement lookup(List<Inline> before, Lookup<T> lookup, Function<T, List<Inline>> found, Text absent) {
        return switch (lookup) {
            case Lookup.Found<T> it -> sentence(before, found.apply(it.value()), it.evidence());
            case Lookup.NotListed<T> it -> sentence(before, List.of(new Inline.Words(absent)), it.evidence());
            case Lookup.Failed<T> it ->
                new Sentence(joined(before, List.of(FAILED, why(it.why()))), List.of(it.evidence()));
            case Lookup.NotAsked<T> it -> new Gap(joined(before, List.of(NOT_ASKED)), reason(it.why()));
        };
    }

    private static Statement sentence(List<Inline> before, List<Inline> told, Evidence evidence) {
        return new Sentence(joined(joined(before, told), List.of(Inline.badge(evidence.trust()))), List.of(evidence));
    }

    static List<Inline> joined(List<Inline> first, List<Inline> second) {
        List<Inline> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /// A service by its name as readers know it.
    static Text service(String name) {
        return switch (name) {
            case "DNS block lists of addresses" -> Text.of("IPアドレスのブロックリスト（DNSBL）", name);
            case "DNS block lists of domains" -> Text.of("ドメインのブロックリスト（DNSBL）", name);
            default -> Text.same(name);
        };
    }

    /// Several sources that were not asked for one reason.
    static Statement unasked(Set<Text> sources, Text why) {
        Text all = Text.of(
                sources.stream().map(Text::ja).collect(Collectors.joining("、")),
                sources.stream().map(Text::en).collect(Collectors.joining(", ")));
        return new Gap(List.of(new Told(all), NOT_ASKED), why);
    }

    static Inline why(Why why) {
        return new Told(reason(why));
    }

    static Text reason(Why why) {
        return why.detail().isEmpty()
                ? why.reason().label()
                : Text.of("{0}（{1}）", "{0} ({1})").with(why.reason().label(), why.detail());
    }
}
