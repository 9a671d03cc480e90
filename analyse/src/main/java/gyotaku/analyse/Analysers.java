package gyotaku.analyse;

import gyotaku.analyse.auth.Authenticator;
import gyotaku.analyse.brand.BrandBook;
import gyotaku.analyse.brand.BrandMention;
import gyotaku.analyse.purpose.PurposeReader;
import gyotaku.analyse.wording.Wording;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.fact.Facts;
import gyotaku.model.fact.Resolver;
import gyotaku.model.finding.Analysis;
import gyotaku.model.finding.Authentication;
import gyotaku.model.finding.Purpose;
import gyotaku.model.finding.Verdict;
import gyotaku.model.mail.ParsedMail;
import java.util.List;
import java.util.Optional;

/// From a mail and what was asked about it to findings and the verdict. Pure but for the resolver's answers.
public final class Analysers {

    private final PublicSuffixes suffixes;
    private final Authenticator authenticator;
    private final BrandBook brands;
    private final Examination examination;
    private final Judge judge;

    /// @param sealers domains whose ARC seals the operator trusts
    public Analysers(PublicSuffixes suffixes, List<String> sealers) {
        this(suffixes, sealers, Examination.registered());
    }

    Analysers(PublicSuffixes suffixes, List<String> sealers, List<Check> checks) {
        this.suffixes = suffixes;
        this.authenticator = new Authenticator(suffixes, sealers);
        this.brands = BrandBook.bundled();
        this.examination = new Examination(checks, Weights.bundled());
        this.judge = new Judge(Weights.bundled());
    }

    /// @param resolver asked while SPF, DKIM, ARC and DMARC are evaluated
    public Analysis run(ParsedMail mail, Facts facts, Resolver resolver) {
        Authentication authentication = authenticator.examine(mail, facts, resolver);
        Wording wording = Wording.of(mail);
        Optional<BrandMention> mention = brands.mention(wording, authentication, suffixes);
        Subject subject = new Subject(mail, facts, authentication, mention, wording, suffixes);
        Examination.Outcome seen = examination.examine(subject);
        Purpose purpose = PurposeReader.read(subject, seen.findings());
        Verdict verdict = judge.weigh(seen.findings(), subject.posedBrand().isPresent(), purpose.kind());
        return new Analysis(
                authentication,
                SenderDomains.of(subject),
                subject.posedBrand(),
                purpose,
                seen.findings(),
                verdict,
                seen.failures());
    }
}
