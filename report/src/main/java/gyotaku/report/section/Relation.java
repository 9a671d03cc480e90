package gyotaku.report.section;

import gyotaku.model.DomainName;
import gyotaku.model.Evidence;
import gyotaku.model.finding.Brand;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a domain stands to the legal domains of the brand that the mail speaks for.
final class Relation {

    private Relation() {}

    static Optional<Statement> of(Brief brief, DomainName name, Evidence seen) {
        return brief.brand()
                .filter(brand -> !brand.official().isEmpty())
                .map(brand -> brief.official(name) ? own(brand, name, seen) : none(brand, name, seen));
    }

    private static Statement none(Brand brand, DomainName name, Evidence seen) {
        return Statement.say(
                evidence(brand, seen),
                Inline.phrase(
                        "{0} は、{1}の正規ドメイン {2} とは関係がありません。",
                        "{0} has no relation to {2}, the legal domain of {1}.",
                        Inline.code(name),
                        new Inline.Told(brand.name()),
                        Inline.code(String.join(
                                ", ", brand.official().stream().limit(4).toList()))));
    }

    private static Statement own(Brand brand, DomainName name, Evidence seen) {
        return Statement.say(
                evidence(brand, seen),
                Inline.phrase(
                        "{0} は、{1}の正規ドメインです。",
                        "{0} is a legal domain of {1}.", Inline.code(name), new Inline.Told(brand.name())));
    }

    private static List<Evidence> evidence(Brand brand, Evidence seen) {
        List<Evidence> all = new ArrayList<>(brand.evidence());
        all.add(seen);
        return all;
    }
}
