package gyotaku.analyse.auth.spf;

import gyotaku.analyse.auth.spf.Mechanism.Prefixes;
import gyotaku.analyse.auth.spf.SpfRecord.Directive;
import gyotaku.analyse.auth.spf.SpfRecord.Qualifier;
import gyotaku.analyse.auth.spf.SpfResult.Fault;
import gyotaku.model.Evidence;
import gyotaku.model.IpAddress;
import gyotaku.model.fact.Resolver;
import gyotaku.model.fact.Resolver.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// `check_host()` (RFC 7208 section 4): may this address send for that domain?
public final class SpfVerifier {

    /// Against records that include each other: no deeper than the ten terms of section 4.6.4 allow.
    private static final int DEEPEST = Dns.MOST_TERMS + 1;

    private final Question question;
    private final Dns dns;
    private final Macros macros;
    private Optional<List<String>> clientNames = Optional.empty();

    private SpfVerifier(Question question, Resolver resolver) {
        this.question = question;
        this.dns = new Dns(resolver);
        this.macros = new Macros(question, this::clientName);
    }

    /// @param lookups terms that asked DNS
    /// @param voidLookups answers without data
    /// @param evidence every answer that was used
    public record Outcome(SpfResult result, String domain, int lookups, int voidLookups, List<Evidence> evidence) {
        public Outcome {
            evidence = List.copyOf(evidence);
        }
    }

    /// The MAIL FROM identity; that of HELO when the reverse-path is empty.
    public static Outcome verify(Question question, Resolver resolver) {
        SpfVerifier verifier = new SpfVerifier(question, resolver);
        String domain = withoutDot(question.senderDomain());
        SpfResult result = verifier.stopped(domain);
        return new Outcome(result, domain, verifier.dns.terms(), verifier.dns.voids(), verifier.dns.evidence());
    }

    private SpfResult stopped(String domain) {
        try {
            return check(domain, 0, true);
        } catch (Dns.Stop stop) {
            return stop.result();
        }
    }

    private SpfResult check(String domain, int depth, boolean explained) throws Dns.Stop {
        if (!isName(domain)) {
            return new SpfResult.None(domain, false);
        }
        if (depth > DEEPEST) {
            return new SpfResult.PermError(Fault.TOO_MANY_LOOKUPS, domain, "");
        }
        List<String> policies = dns.policy(domain, domain, RecordType.TXT).stream()
                .filter(SpfParser::isSpf)
                .toList();
        if (policies.isEmpty()) {
            return new SpfResult.None(domain, true);
        }
        if (policies.size() > 1) {
            return new SpfResult.PermError(Fault.SEVERAL_RECORDS, domain, joined(policies));
        }
        int length = policies.getFirst().length();
        if (length > SpfParser.LONGEST_RECORD) {
            return new SpfResult.PermError(Fault.TOO_LONG, domain, Integer.toString(length));
        }
        try {
            return evaluate(SpfParser.parse(policies.getFirst()), domain, depth, explained);
        } catch (SyntaxProblem wrong) {
            return new SpfResult.PermError(Fault.SYNTAX, domain, wrong.term());
        }
    }

    /// As many as the report bears.
    private static String joined(List<String> policies) {
        String joined = String.join(" / ", policies);
        return joined.length() <= SpfParser.LONGEST_RECORD ? joined : joined.substring(0, SpfParser.LONGEST_RECORD);
    }

    private SpfResult evaluate(SpfRecord policy, String domain, int depth, boolean explained) throws Dns.Stop {
        for (Directive directive : policy.directives()) {
            if (matches(directive.mechanism(), domain, depth)) {
                Optional<String> explanation = explained && directive.qualifier() == Qualifier.FAIL
                        ? explanation(policy, domain)
                        : Optional.empty();
                return new SpfResult.Matched(
                        directive.qualifier(), directive.written(), domain, policy.text(), explanation);
            }
        }
        if (policy.redirect().isEmpty()) {
            return new SpfResult.NoMatch(domain, policy.text());
        }
        dns.countTerm(domain);
        String target = macros.name(policy.redirect().get(), domain);
        SpfResult redirected = check(target, depth + 1, explained);
        return redirected instanceof SpfResult.None
                ? new SpfResult.PermError(Fault.NO_RECORD_AT_TARGET, domain, target)
                : redirected;
    }

    private boolean matches(Mechanism mechanism, String domain, int depth) throws Dns.Stop {
        return switch (mechanism) {
            case Mechanism.All _ -> true;
            case Mechanism.Network network ->
                network.address().isV4() == question.ip().isV4()
                        && question.ip().in(network.address(), network.prefix());
            case Mechanism.Include include -> includes(include, domain, depth);
            case Mechanism.A a -> {
                dns.countTerm(domain);
                yield hasAddress(domain, target(a.domain(), domain), a.prefixes());
            }
            case Mechanism.Mx mx -> {
                dns.countTerm(domain);
                yield mx(domain, target(mx.domain(), domain), mx.prefixes());
            }
            case Mechanism.Ptr ptr -> {
                dns.countTerm(domain);
                yield ptr(domain, target(ptr.domain(), domain));
            }
            case Mechanism.Exists exists -> {
                dns.countTerm(domain);
                String name = macros.name(exists.domain(), domain);
                yield isName(name) && !dns.records(domain, name, RecordType.A).isEmpty();
            }
        };
    }

    private String target(Optional<DomainSpec> spec, String domain) throws Dns.Stop {
        return spec.isPresent() ? macros.name(spec.get(), domain) : domain;
    }

    /// RFC 7208 section 5.2: only a pass of the included record matches.
    private boolean includes(Mechanism.Include include, String domain, int depth) throws Dns.Stop {
        dns.countTerm(domain);
        String target = macros.name(include.domain(), domain);
        return switch (check(target, depth + 1, false)) {
            case SpfResult.Matched matched -> matched.qualifier() == Qualifier.PASS;
            case SpfResult.NoMatch _ -> false;
            case SpfResult.None _ ->
                throw new Dns.Stop(new SpfResult.PermError(Fault.NO_RECORD_AT_TARGET, domain, target));
            case SpfResult.PermError error -> throw new Dns.Stop(error);
            case SpfResult.TempError error -> throw new Dns.Stop(error);
            case SpfResult.NotEvaluated not -> throw new Dns.Stop(not);
        };
    }

    private boolean hasAddress(String domain, String name, Prefixes prefixes) throws Dns.Stop {
        return isName(name) && covers(dns.records(domain, name, addressType()), prefixes);
    }

    private boolean covers(List<String> addresses, Prefixes prefixes) {
        return addresses.stream()
                .flatMap(address -> IpAddress.parse(address).stream())
                .anyMatch(listed -> prefixes.cover(listed, question.ip()));
    }

    private RecordType addressType() {
        return question.ip().isV4() ? RecordType.A : RecordType.AAAA;
    }

    private boolean mx(String domain, String name, Prefixes prefixes) throws Dns.Stop {
        List<String> hosts = isName(name) ? dns.records(domain, name, RecordType.MX) : List.of();
        if (hosts.size() > Dns.MOST_NAMES) {
            throw new Dns.Stop(new SpfResult.PermError(Fault.TOO_MANY_MX, domain, name));
        }
        for (String host : hosts) {
            String exchange = withoutDot(host.substring(host.lastIndexOf(' ') + 1));
            if (isName(exchange) && covers(dns.records(domain, exchange, addressType()), prefixes)) {
                return true;
            }
        }
        return false;
    }

    private boolean ptr(String domain, String target) throws Dns.Stop {
        return clientNames(domain).stream().anyMatch(name -> within(name, target));
    }

    /// Names of the client that lead back to it (RFC 7208 section 5.5), asked once for all `ptr` and `%{p}`.
    private List<String> clientNames(String domain) throws Dns.Stop {
        if (clientNames.isEmpty()) {
            clientNames = Optional.of(confirmedNames(domain));
        }
        return clientNames.get();
    }

    private List<String> confirmedNames(String domain) throws Dns.Stop {
        List<String> names = dns.recordsIfAny(domain, question.ip().reverseName(), RecordType.PTR);
        List<String> confirmed = new ArrayList<>();
        for (String name : names.subList(0, Math.min(Dns.MOST_NAMES, names.size()))) {
            if (isName(name) && covers(dns.recordsIfAny(domain, name, addressType()), Prefixes.WHOLE)) {
                confirmed.add(withoutDot(name).toLowerCase(Locale.ROOT));
            }
        }
        return confirmed;
    }

    private String clientName(String domain) throws Dns.Stop {
        List<String> names = clientNames(domain);
        String lower = domain.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(lower::equals)
                .findFirst()
                .or(() -> names.stream().filter(name -> within(name, lower)).findFirst())
                .or(() -> names.stream().findFirst())
                .orElse("unknown");
    }

    private static boolean within(String name, String parent) {
        String lower = parent.toLowerCase(Locale.ROOT);
        return name.equals(lower) || name.endsWith("." + lower);
    }

    /// What the domain's owner says about a fail (RFC 7208 section 6.2); any trouble with it is no trouble.
    private Optional<String> explanation(SpfRecord policy, String domain) {
        if (policy.explanation().isEmpty()) {
            return Optional.empty();
        }
        try {
            String name = macros.name(policy.explanation().get(), domain);
            List<String> texts = isName(name) ? dns.recordsIfAny(domain, name, RecordType.TXT) : List.of();
            return texts.size() == 1 && texts.getFirst().length() <= SpfParser.LONGEST_RECORD
                    ? Optional.of(macros.text(explanation(texts.getFirst()), domain))
                    : Optional.empty();
        } catch (SyntaxProblem | Dns.Stop trouble) {
            return Optional.empty();
        }
    }

    private static DomainSpec explanation(String text) throws SyntaxProblem {
        return DomainSpec.macros(text, DomainSpec.Use.EXPLANATION);
    }

    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /// RFC 7208 section 4.3: several labels of 1 to 63 characters, 253 in all.
    private static boolean isName(String name) {
        String bare = withoutDot(name);
        if (bare.length() > 253 || bare.indexOf('.') < 0) {
            return false;
        }
        int start = 0;
        while (start <= bare.length()) {
            int dot = bare.indexOf('.', start);
            int end = dot < 0 ? bare.length() : dot;
            if (end == start || end - start > 63) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }
}
