package gyotaku.analyse.purpose;

import gyotaku.analyse.Subject;
import gyotaku.analyse.brand.BrandMention;
import gyotaku.analyse.detect.Pages;
import gyotaku.model.Evidence;
import gyotaku.model.fact.Asked;
import gyotaku.model.finding.Family;
import gyotaku.model.finding.Finding;
import gyotaku.model.finding.Purpose;
import gyotaku.model.finding.Purpose.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the purpose out of the findings, the brand that is posed as and the way the mail offers.
///
/// Without a finding that shows it the purpose is `NONE`, and so it is for a brand's own mail. A purpose is no verdict:
/// a shop's honest newsletter advertises too.
public final class PurposeReader {

    private static final int EVIDENCE_SHOWN = 4;

    private static final Set<String> FOR_EXTORTION = Set.of("lure-extortion");
    private static final Set<String> FOR_ADVANCE_FEE = Set.of(
            "lure-inheritance",
            "lure-prize",
            "lure-job",
            "lure-compensation",
            "lure-donation",
            "lure-partner-sought",
            "lure-loan",
            "lure-upfront-fee");
    private static final Set<String> FOR_MONEY = Set.of(
            "lure-executive-request",
            "lure-investment",
            "coin-address",
            "lure-crypto-claim",
            "lure-call-back",
            "bill-in-invitation",
            "lure-secret-payment",
            "lure-account-change",
            "lure-false-police",
            "lure-money-mule",
            "lure-fake-shop",
            "lure-to-messenger");
    private static final Set<String> FOR_CARD = Set.of(
            "lure-parcel",
            "lure-unpaid",
            "lure-refund",
            "lure-survey-reward",
            "lure-cloud-storage",
            "lure-renewal",
            "lure-tax",
            "lure-fine");
    private static final Set<String> FOR_CREDENTIALS = Set.of(
            "asks-for-secret",
            "lure-account-lock",
            "lure-identity-check",
            "lure-security-alert",
            "lure-mailbox",
            "lure-shared-document",
            "lure-salary",
            "lure-wallet",
            "lure-rights");
    private static final Set<String> BY_PAGE =
            Set.of("page-asks-for-secret", "page-form-elsewhere", "page-names-brand");
    private static final Set<String> FOR_ADVERTISING = Set.of(
            "advertising-words",
            "lure-dating",
            "lure-casino",
            "lure-remedy",
            "lure-home-offer",
            "lure-web-services",
            "lure-affiliate-footer");

    /// Brands whose customers pay there by card, so that a posing mail most often asks for its number.
    private static final Set<String> PAID_BY_CARD =
            Set.of("card", "parcel", "toll", "utility", "streaming", "government");

    private final Subject subject;
    private final List<Finding> findings;

    private PurposeReader(Subject subject, List<Finding> findings) {
        this.subject = subject;
        this.findings = findings;
    }

    public static Purpose read(Subject subject, List<Finding> findings) {
        boolean genuine = subject.mention().filter(BrandMention::genuine).isPresent();
        return genuine ? none() : new PurposeReader(subject, findings).read();
    }

    private static Purpose none() {
        return new Purpose(Kind.NONE, List.of());
    }

    private Purpose read() {
        return shown(Kind.EXTORTION, FOR_EXTORTION)
                .or(this::malware)
                .or(this::byPage)
                .or(this::ofBrand)
                .or(this::byWords)
                .orElseGet(PurposeReader::none);
    }

    /// What the forms of an accused page ask for, which outranks what words and brands let expect.
    private Optional<Purpose> byPage() {
        List<Evidence> accused = evidence(BY_PAGE).distinct().toList();
        List<Pages.Page> asking = new Pages(subject)
                .foreign()
                .filter(page ->
                        accused.contains(page.evidence()) && !page.secrets().isEmpty())
                .toList();
        boolean card = asking.stream().flatMap(page -> page.secrets().stream()).anyMatch(Asked::isCard);
        List<Evidence> shown =
                asking.stream().map(Pages.Page::evidence).limit(EVIDENCE_SHOWN).toList();
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Purpose(card ? Kind.CARD : Kind.CREDENTIALS, shown));
    }

    /// A posed brand tells what is to be got: its log-in, or the card that is paid with there.
    private Optional<Purpose> ofBrand() {
        return subject.posedBrand().filter(_ -> leadsSomewhere()).map(brand -> {
            boolean card = PAID_BY_CARD.contains(brand.category());
            Stream<Evidence> shown = Stream.concat(evidence(FOR_CREDENTIALS), evidence(FOR_CARD));
            return new Purpose(
                    card ? Kind.CARD : Kind.CREDENTIALS,
                    Stream.concat(brand.evidence().stream().limit(2), shown)
                            .distinct()
                            .limit(EVIDENCE_SHOWN)
                            .toList());
        });
    }

    /// What most of the rules that speak are for; of equals the dearer to the reader. Weights say how far a rule tells
    /// bad from good, not what is wanted, so they do not count here. Card and log-in need a way to a page.
    private Optional<Purpose> byWords() {
        List<Aim> aims = new ArrayList<>();
        aims.add(new Aim(Kind.ADVANCE_FEE, FOR_ADVANCE_FEE));
        if (leadsSomewhere()) {
            boolean secret = subject.wording().says("secret");
            aims.add(new Aim(Kind.CREDENTIALS, secret ? union(FOR_CREDENTIALS, FOR_CARD) : FOR_CREDENTIALS));
            aims.add(new Aim(Kind.CARD, secret ? Set.of() : FOR_CARD));
        }
        aims.add(new Aim(Kind.MONEY, FOR_MONEY));
        aims.add(new Aim(Kind.ADVERTISING, FOR_ADVERTISING));
        return aims.stream()
                .filter(aim -> count(aim.rules()) > 0)
                .reduce((one, other) -> count(other.rules()) > count(one.rules()) ? other : one)
                .flatMap(aim -> shown(aim.kind(), aim.rules()));
    }

    private record Aim(Kind kind, Set<String> rules) {}

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toSet());
    }

    private long count(Set<String> rules) {
        return findings.stream()
                .map(Finding::rule)
                .filter(rules::contains)
                .distinct()
                .count();
    }

    private Optional<Purpose> malware() {
        List<Evidence> files = findings.stream()
                .filter(finding -> finding.family() == Family.ATTACHMENT)
                .filter(finding -> finding.polarity() == Finding.Polarity.FOR)
                .filter(finding -> finding.severity().compareTo(Finding.Severity.MEDIUM) >= 0)
                .flatMap(finding -> finding.evidence().stream())
                .distinct()
                .limit(EVIDENCE_SHOWN)
                .toList();
        return files.isEmpty() ? Optional.empty() : Optional.of(new Purpose(Kind.MALWARE, files));
    }

    private Optional<Purpose> shown(Kind kind, Set<String> rules) {
        List<Evidence> evidence =
                evidence(rules).distinct().limit(EVIDENCE_SHOWN).toList();
        return evidence.isEmpty() ? Optional.empty() : Optional.of(new Purpose(kind, evidence));
    }

    private Stream<Evidence> evidence(Set<String> rules) {
        return findings.stream()
                .filter(finding -> rules.contains(finding.rule()))
                .flatMap(finding -> finding.evidence().stream());
    }

    private boolean leadsSomewhere() {
        return subject.mail().links().stream()
                .anyMatch(link -> link.context().isFollowed() && link.target().isWeb());
    }
}
