package gyotaku.analyse.auth;

import gyotaku.analyse.auth.arc.ArcReason;
import gyotaku.analyse.auth.arc.ArcRecord;
import gyotaku.analyse.auth.arc.ArcResult;
import gyotaku.analyse.auth.arc.ArcVerifier;
import gyotaku.analyse.auth.dkim.DkimReason;
import gyotaku.analyse.auth.dkim.DkimResult;
import gyotaku.analyse.auth.dkim.DkimVerifier;
import gyotaku.analyse.auth.dkim.KeyBook;
import gyotaku.analyse.auth.dkim.RawMessage;
import gyotaku.analyse.auth.dmarc.DmarcReason;
import gyotaku.analyse.auth.dmarc.DmarcVerifier;
import gyotaku.analyse.auth.dmarc.DmarcVerifier.Identifier;
import gyotaku.analyse.auth.dmarc.DmarcVerifier.State;
import gyotaku.analyse.auth.spf.Question;
import gyotaku.analyse.auth.spf.SpfReason;
import gyotaku.analyse.auth.spf.SpfVerifier;
import gyotaku.model.DomainName;
import gyotaku.model.Evidence;
import gyotaku.model.IpAddress;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.fact.Facts;
import gyotaku.model.fact.Resolver;
import gyotaku.model.finding.AuthClaim;
import gyotaku.model.finding.AuthResult;
import gyotaku.model.finding.Authentication;
import gyotaku.model.finding.DmarcPolicy;
import gyotaku.model.finding.Sealer;
import gyotaku.model.finding.Signature;
import gyotaku.model.mail.Header;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Mailbox;
import gyotaku.model.mail.ParsedMail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that proves or claims who sent a mail: SPF, DKIM, ARC and DMARC are computed, then held against what the headers
/// say.
public final class Authenticator {

    private static final Text NO_ADDRESS = Text.of(
            "信頼できる送信元 IP アドレスが分からないため評価できません。", "Not evaluated: no sending IP address is known that can be trusted.");

    private static final Text NO_NAME =
            Text.of("HELO がドメイン名でないか、別に調べる必要がありません。", "The HELO name is no domain name, or needs no check of its own.");

    /// Seconds for which a key stays published at the least, as a rule: against a signature that names a key that never
    /// was, in a mail of yesterday.
    private static final long KEY_LIFE = 30L * 24 * 3600;

    private final PublicSuffixes suffixes;
    private final List<String> sealers;

    /// @param sealers domains whose ARC seals the operator trusts
    public Authenticator(PublicSuffixes suffixes, List<String> sealers) {
        this.suffixes = suffixes;
        this.sealers = List.copyOf(sealers);
    }

    /// @param resolver asked for policies and keys
    public Authentication examine(ParsedMail mail, Facts facts, Resolver resolver) {
        AuthResult spf = spf(mail, facts, resolver);
        RawMessage message = RawMessage.of(mail.source());
        KeyBook keys = new KeyBook(resolver);
        List<AuthClaim> claims = Claims.of(mail, suffixes);
        long age = facts.at().getEpochSecond() - receivedAt(mail, facts);
        List<DkimVerifier.Outcome> signatures = DkimVerifier.verify(message, receivedAt(mail, facts), keys).stream()
                .map(outcome -> hadKey(outcome, claims, age) ? outcome : outcome.withoutKey())
                .toList();
        AuthResult dkim = dkim(mail, signatures);
        DmarcVerifier.Outcome dmarc = DmarcVerifier.verify(question(mail, spf, signatures), resolver, suffixes);
        AuthResult policy = dmarc(mail, dmarc);
        ArcResult.Outcome chain = ArcVerifier.verify(message, keys);
        AuthResult arc = arc(chain, keys);
        Differences differences = new Differences(
                Map.of("spf", spf, "dkim", dkim, "dmarc", policy, "arc", arc), signatures, chain, this::isTrusted);
        return new Authentication(
                spf,
                helo(mail, facts, resolver),
                dkim,
                signatures.stream().map(Authenticator::signature).toList(),
                policy,
                dmarc.result().policy().map(Authenticator::policy),
                arc,
                chain.sets().stream().map(this::sealer).toList(),
                claims,
                differences.of(claims),
                Explanations.of(mail, signatures, chain, domain -> isOfAuthor(mail, domain), this::isTrusted));
    }

    /// A key that is gone may have been there, if the receiving side saw the signature pass, or if nobody there looked
    /// and the mail is so old that keys have been changed since.
    private static boolean hadKey(DkimVerifier.Outcome outcome, List<AuthClaim> claims, long age) {
        List<AuthClaim> stamped = claims.stream()
                .filter(claim ->
                        claim.trust() == Trust.STAMPED && claim.method().equals("dkim"))
                .toList();
        return stamped.isEmpty()
                ? age > KEY_LIFE
                : stamped.stream()
                        .anyMatch(claim ->
                                claim.result().equals("pass") && claim.domain().equalsIgnoreCase(outcome.domain()));
    }

    /// The receipt is the clock by which signatures expire.
    private static long receivedAt(ParsedMail mail, Facts facts) {
        return mail.receivedAt()
                .map(at -> at.toEpochSecond())
                .orElseGet(() -> facts.at().getEpochSecond());
    }

    private static AuthResult spf(ParsedMail mail, Facts facts, Resolver resolver) {
        String path = mail.envelope().map(Mailbox::address).orElse("");
        return mail.route()
                .boundary()
                .flatMap(hop -> hop.ip().map(ip -> spf(path, facts, resolver, hop, ip)))
                .orElseGet(() -> new AuthResult("not-evaluated", sender(mail), NO_ADDRESS, List.of()));
    }

    /// RFC 7208 section 2.3: the name that the client gave itself, apart from the sender that it named.
    private static AuthResult helo(ParsedMail mail, Facts facts, Resolver resolver) {
        return mail.route()
                .boundary()
                .filter(hop -> !sender(mail).isEmpty() && isName(hop.helo()))
                .flatMap(hop -> hop.ip().map(ip -> spf("postmaster@" + hop.helo(), facts, resolver, hop, ip)))
                .orElseGet(() -> new AuthResult("not-evaluated", "", NO_NAME, List.of()));
    }

    private static boolean isName(String helo) {
        return helo.indexOf('.') > 0 && IpAddress.parse(helo).isEmpty();
    }

    private static String sender(ParsedMail mail) {
        return mail.envelope().flatMap(Mailbox::domain).map(DomainName::ascii).orElse("");
    }

    private static AuthResult spf(String sender, Facts facts, Resolver resolver, Hop boundary, IpAddress ip) {
        int at = sender.lastIndexOf('@') + 1;
        Question question = new Question(
                ip,
                boundary.helo(),
                sender.substring(0, at) + ALabels.of(sender.substring(at)),
                boundary.by(),
                facts.at().getEpochSecond());
        SpfVerifier.Outcome outcome = SpfVerifier.verify(question, resolver);
        List<Evidence> evidence = new ArrayList<>(List.of(boundary.evidence()));
        evidence.addAll(outcome.evidence());
        return new AuthResult(outcome.result().word(), outcome.domain(), SpfReason.of(outcome.result(), ip), evidence);
    }

    private AuthResult dkim(ParsedMail mail, List<DkimVerifier.Outcome> signatures) {
        Optional<DkimVerifier.Outcome> best = signatures.stream()
                .min(Comparator.<DkimVerifier.Outcome>comparingInt(outcome -> rank(outcome.result()))
                        .thenComparing(outcome -> !isOfAuthor(mail, outcome.domain())));
        if (best.isEmpty()) {
            return new AuthResult("none", "", DkimReason.none(), List.of());
        }
        DkimVerifier.Outcome outcome = best.get();
        long passed = signatures.stream().filter(each -> each.result().isPass()).count();
        return new AuthResult(
                outcome.result().word(),
                outcome.domain(),
                DkimReason.ofSeveral(DkimReason.of(outcome), signatures.size(), passed),
                outcome.evidence());
    }

    private static int rank(DkimResult result) {
        return switch (result) {
            case DkimResult.Pass pass -> pass.weaknesses().isEmpty() ? 0 : 1;
            case DkimResult.TempError _ -> 2;
            case DkimResult.KeyNotAsked _ -> 3;
            case DkimResult.KeyGone _ -> 4;
            case DkimResult.BodyChanged _, DkimResult.HeaderChanged _ -> 5;
            case DkimResult.TooWeak _ -> 6;
            case DkimResult.PermError _ -> 7;
            case DkimResult.BodyRebuilt _ -> 4;
            case DkimResult.NotVerified _ -> 8;
        };
    }

    private boolean isOfAuthor(ParsedMail mail, String domain) {
        Optional<DomainName> author = mail.from().flatMap(Mailbox::domain).map(suffixes::registrable);
        return author.isPresent()
                && DomainName.of(domain).map(suffixes::registrable).equals(author);
    }

    private static Signature signature(DkimVerifier.Outcome outcome) {
        AuthResult result =
                new AuthResult(outcome.result().word(), outcome.domain(), DkimReason.of(outcome), outcome.evidence());
        boolean weak = outcome.result().isPass() && !outcome.result().isPlainPass();
        return new Signature(result, outcome.selector(), outcome.algorithm(), weak);
    }

    private static DmarcVerifier.Question question(
            ParsedMail mail, AuthResult spf, List<DkimVerifier.Outcome> signatures) {
        List<Identifier> identifiers = new ArrayList<>();
        if (!spf.domain().isEmpty()) {
            identifiers.add(new Identifier("SPF", spf.domain(), state(spf)));
        }
        signatures.forEach(outcome -> outcome.signature()
                .ifPresent(signature ->
                        identifiers.add(new Identifier("DKIM", signature.domain(), state(outcome.result())))));
        List<String> authors = mail.authors().stream()
                .flatMap(author -> author.domain().stream())
                .map(domain -> ALabels.of(domain.ascii()))
                .filter(domain -> !domain.isEmpty())
                .toList();
        return new DmarcVerifier.Question(authors, identifiers);
    }

    private static State state(AuthResult spf) {
        return switch (spf.result()) {
            case "pass" -> State.PASSED;
            case "temperror" -> State.UNANSWERED;
            case "not-evaluated" -> State.OPEN;
            default -> State.FAILED;
        };
    }

    private static State state(DkimResult result) {
        return switch (result) {
            case DkimResult.Pass pass -> pass.weaknesses().isEmpty() ? State.PASSED : State.PASSED_WEAKLY;
            case DkimResult.TempError _ -> State.UNANSWERED;
            case DkimResult.KeyNotAsked _, DkimResult.KeyGone _, DkimResult.NotVerified _, DkimResult.BodyRebuilt _ ->
                State.OPEN;
            case DkimResult.BodyChanged _, DkimResult.HeaderChanged _, DkimResult.TooWeak _, DkimResult.PermError _ ->
                State.FAILED;
        };
    }

    private static AuthResult dmarc(ParsedMail mail, DmarcVerifier.Outcome outcome) {
        String from =
                mail.from().flatMap(Mailbox::domain).map(DomainName::ascii).orElse("");
        List<Evidence> evidence = new ArrayList<>();
        mail.header("From").map(header -> header.evidence(Trust.CLAIMED)).ifPresent(evidence::add);
        evidence.addAll(outcome.evidence());
        return new AuthResult(outcome.result().word(), from, DmarcReason.of(outcome, from), evidence);
    }

    private static DmarcPolicy policy(gyotaku.analyse.auth.dmarc.DmarcResult.Applied applied) {
        return new DmarcPolicy(
                applied.at(),
                applied.tag(),
                applied.asked().word(),
                applied.published().text());
    }

    /// A chain explains nothing unless the operator trusts the last station: whoever seals last can make up the rest.
    private AuthResult arc(ArcResult.Outcome chain, KeyBook keys) {
        Optional<ArcRecord> last = chain.sets().isEmpty()
                ? Optional.empty()
                : Optional.of(chain.sets().getLast());
        List<Evidence> evidence = new ArrayList<>();
        chain.sets().reversed().forEach(set -> {
            evidence.add(evidence(set));
            evidence.addAll(keys.evidence(set.keyName()));
        });
        return new AuthResult(
                chain.result().word(),
                last.map(set -> set.seal().domain()).orElse(""),
                ArcReason.of(chain, last.map(this::isTrusted).orElse(false)),
                evidence);
    }

    private Sealer sealer(ArcRecord set) {
        return new Sealer(set.instance(), set.seal().domain(), set.seal().validation(), isTrusted(set), evidence(set));
    }

    private boolean isTrusted(ArcRecord set) {
        return sealers.stream().anyMatch(set.seal().domain()::equalsIgnoreCase);
    }

    private static Evidence evidence(ArcRecord set) {
        Header seal = new Header(
                "ARC-Seal",
                set.seal().field().body(),
                set.seal().field().body().strip(),
                set.seal().field().span());
        return seal.evidence(Trust.CLAIMED);
    }
}
