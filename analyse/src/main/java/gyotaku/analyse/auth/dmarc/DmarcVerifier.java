package gyotaku.analyse.auth.dmarc;

import gyotaku.analyse.auth.dmarc.DmarcRecord.Policy;
import gyotaku.analyse.auth.dmarc.DmarcResult.Aligned;
import gyotaku.analyse.auth.dmarc.DmarcResult.Applied;
import gyotaku.analyse.auth.dmarc.PolicyBook.Entry;
import gyotaku.analyse.auth.dmarc.PolicyBook.Walk;
import gyotaku.model.DomainName;
import gyotaku.model.Evidence;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.fact.Resolver;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether the domain that the reader sees stands behind a mail, and what its owner asks to be done if not (RFC 9989).
public final class DmarcVerifier {

    private final Question question;
    private final PolicyBook book;
    private final PublicSuffixes suffixes;

    private DmarcVerifier(Question question, Resolver resolver, PublicSuffixes suffixes) {
        this.question = question;
        this.book = new PolicyBook(resolver);
        this.suffixes = suffixes;
    }

    /// @param from the domains of From, A-labels
    /// @param identifiers what SPF and DKIM have to say
    public record Question(List<String> from, List<Identifier> identifiers) {
        public Question {
            from = from.stream().map(Question::normal).distinct().toList();
            identifiers = List.copyOf(identifiers);
        }

        private static String normal(String domain) {
            String lower = domain.toLowerCase(Locale.ROOT);
            return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        }
    }

    /// @param method `SPF` or `DKIM`
    /// @param domain that the method speaks of, an A-label
    public record Identifier(String method, String domain, State state) {
        public Identifier {
            domain = domain.toLowerCase(Locale.ROOT);
        }
    }

    /// How far a method got.
    public enum State {
        PASSED,
        /// Right, by a signature that proves little.
        PASSED_WEAKLY,
        /// DNS failed, so it may pass.
        UNANSWERED,
        /// It may have passed: its key is gone, or nobody was asked.
        OPEN,
        FAILED
    }

    /// @param earlier what RFC 7489 with the public suffix list comes to, where that is something else
    public record Outcome(DmarcResult result, Optional<DmarcResult> earlier, List<Evidence> evidence) {
        public Outcome {
            evidence = List.copyOf(evidence);
        }
    }

    public static Outcome verify(Question question, Resolver resolver, PublicSuffixes suffixes) {
        DmarcVerifier verifier = new DmarcVerifier(question, resolver, suffixes);
        if (question.from().size() != 1) {
            return new Outcome(new DmarcResult.PermError(question.from().size()), Optional.empty(), List.of());
        }
        String from = question.from().getFirst();
        return from.startsWith("[") || !PolicyBook.isName(from)
                ? new Outcome(new DmarcResult.None(from), Optional.empty(), List.of())
                : verifier.outcome(from);
    }

    private Outcome outcome(String from) {
        DmarcResult result = byTreeWalk(from);
        return new Outcome(result, earlier(from, result), book.evidence());
    }

    private DmarcResult byTreeWalk(String from) {
        return switch (book.at(from)) {
            case Entry.Published own -> judged(applied(own, from), from, book::walk);
            case Entry.Unknown unknown -> unknown(unknown);
            case Entry.Nothing _ -> inherited(from, book.walk(from));
        };
    }

    /// RFC 9989 section 4.10.1: the record of the organization, else that of the public suffix.
    private DmarcResult inherited(String from, Walk walk) {
        if (walk.broken().isPresent()) {
            return unknown(walk.broken().get());
        }
        String organization = walk.organization().orElse(from);
        Optional<Entry.Published> record = walk.found().stream()
                .filter(found -> found.name().equals(organization))
                .findFirst()
                .or(() -> walk.found().stream()
                        .filter(found -> found.policy().boundary() == DmarcRecord.Boundary.PUBLIC_SUFFIX)
                        .findFirst());
        return record.map(published -> judged(applied(published, from), from, book::walk))
                .orElseGet(() -> new DmarcResult.None(from));
    }

    private static DmarcResult unknown(Entry.Unknown unknown) {
        return unknown.asked()
                ? new DmarcResult.TempError(unknown.question(), unknown.why())
                : new DmarcResult.NotEvaluated(unknown.why());
    }

    private Applied applied(Entry.Published published, String from) {
        DmarcRecord policy = published.policy();
        if (published.name().equals(from)) {
            return asked(published, "p", policy.policy());
        }
        Policy ofSubdomains = policy.subdomains().orElse(policy.policy());
        boolean matters = policy.nonexistent().filter(np -> np != ofSubdomains).isPresent();
        if (matters && book.isMissing(from)) {
            return asked(published, "np", policy.nonexistent().orElseThrow());
        }
        return asked(published, policy.subdomains().isPresent() ? "sp" : "p", ofSubdomains);
    }

    private static Applied asked(Entry.Published published, String tag, Policy policy) {
        return new Applied(
                published.policy(),
                published.name(),
                tag,
                published.policy().testing() ? policy.oneStepLess() : policy);
    }

    private interface Organizations {
        Walk walk(String domain);
    }

    private DmarcResult judged(Applied applied, String from, Organizations organizations) {
        List<Aligned> passed = aligned(applied, from, State.PASSED, organizations);
        if (!passed.isEmpty()) {
            return new DmarcResult.Pass(applied, passed, false);
        }
        List<Aligned> weak = aligned(applied, from, State.PASSED_WEAKLY, organizations);
        if (!weak.isEmpty()) {
            return new DmarcResult.Pass(applied, weak, true);
        }
        List<Aligned> unanswered = aligned(applied, from, State.UNANSWERED, organizations);
        if (!unanswered.isEmpty()) {
            return new DmarcResult.Undecided(applied, unanswered.getFirst(), true);
        }
        List<Aligned> open = aligned(applied, from, State.OPEN, organizations);
        return open.isEmpty()
                ? new DmarcResult.Fail(applied)
                : new DmarcResult.Undecided(applied, open.getFirst(), false);
    }

    private List<Aligned> aligned(Applied applied, String from, State state, Organizations organizations) {
        return question.identifiers().stream()
                .filter(identifier -> identifier.state() == state)
                .filter(identifier -> isAligned(identifier, applied.published(), from, organizations))
                .map(identifier -> new Aligned(identifier.method(), identifier.domain()))
                .distinct()
                .toList();
    }

    private static boolean isAligned(
            Identifier identifier, DmarcRecord policy, String from, Organizations organizations) {
        boolean strict = identifier.method().equals("SPF") ? policy.strictSpf() : policy.strictDkim();
        if (identifier.domain().equals(from)) {
            return true;
        }
        if (strict || !sharesTwoLabels(identifier.domain(), from)) {
            return false;
        }
        Optional<String> organization = organizations.walk(from).organization();
        return organization.isPresent()
                && isWithin(identifier.domain(), organization.get())
                && organizations.walk(identifier.domain()).organization().equals(organization);
    }

    /// Names of one organization have more in common than a top-level domain; saves the walks of all others.
    private static boolean sharesTwoLabels(String one, String other) {
        return lastTwo(one).equals(lastTwo(other));
    }

    private static String lastTwo(String name) {
        int last = name.lastIndexOf('.');
        return name.substring(last < 0 ? 0 : name.lastIndexOf('.', last - 1) + 1);
    }

    private static boolean isWithin(String name, String parent) {
        return name.equals(parent) || name.endsWith("." + parent);
    }

    /// RFC 7489 sections 3.2 and 6.6.3, as many receivers still do it: the public suffix list tells the organization.
    private Optional<DmarcResult> earlier(String from, DmarcResult now) {
        if (now instanceof DmarcResult.TempError || now instanceof DmarcResult.NotEvaluated) {
            return Optional.empty();
        }
        String organization = registrable(from);
        DmarcResult then = switch (book.at(from)) {
            case Entry.Published own -> judged(then(own, "p", own.policy().policy()), from, this::listed);
            case Entry.Unknown unknown -> unknown(unknown);
            case Entry.Nothing _ ->
                switch (book.at(organization)) {
                    case Entry.Published above -> judged(ofSubdomains(above), from, this::listed);
                    case Entry.Unknown unknown -> unknown(unknown);
                    case Entry.Nothing _ -> new DmarcResult.None(from);
                };
        };
        boolean same = then.word().equals(now.word())
                && then.policy().map(Applied::asked).equals(now.policy().map(Applied::asked));
        return same ? Optional.empty() : Optional.of(then);
    }

    private static Applied ofSubdomains(Entry.Published above) {
        Optional<Policy> own = above.policy().subdomains();
        return then(
                above, own.isPresent() ? "sp" : "p", own.orElse(above.policy().policy()));
    }

    /// RFC 7489 knows neither `np` nor `t`; by section 6.6.4 `pct=0` asks for one step less.
    private static Applied then(Entry.Published published, String tag, Policy policy) {
        boolean less = published.policy().percent().orElse(100) == 0;
        return new Applied(published.policy(), published.name(), tag, less ? policy.oneStepLess() : policy);
    }

    private Walk listed(String domain) {
        return new Walk(registrable(domain), List.of(), Optional.empty());
    }

    private String registrable(String domain) {
        return suffixes.registrable(new DomainName(domain)).ascii();
    }
}
