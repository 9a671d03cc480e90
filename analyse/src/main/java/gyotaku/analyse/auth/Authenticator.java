package gyotaku.analyse.auth;

import gyotaku.analyse.auth.spf.Question;
import gyotaku.analyse.auth.spf.SpfReason;
import gyotaku.analyse.auth.spf.SpfVerifier;
import gyotaku.model.Evidence;
import gyotaku.model.IpAddress;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.Text;
import gyotaku.model.fact.Facts;
import gyotaku.model.fact.Resolver;
import gyotaku.model.finding.AuthResult;
import gyotaku.model.finding.Authentication;
import gyotaku.model.mail.Hop;
import gyotaku.model.mail.Mailbox;
import gyotaku.model.mail.ParsedMail;
import java.util.ArrayList;
import java.util.List;

/// All that proves or claims who sent a mail: SPF is computed, the other methods are as the headers tell.
public final class Authenticator {

    private static final Text NOT_COMPUTED = Text.of(
            "この版は {0} を自ら検証しません。受信側のサーバーが記録した結果だけを示します。",
            "This version does not verify {0} itself; it shows only what the receiving side's servers recorded.");
    private static final Text NO_ADDRESS = Text.of(
            "信頼できる送信元 IP アドレスが分からないため評価できません。", "Not evaluated: no sending IP address is known that can be trusted.");

    private final PublicSuffixes suffixes;

    public Authenticator(PublicSuffixes suffixes) {
        this.suffixes = suffixes;
    }

    /// @param resolver asked for SPF only
    public Authentication examine(ParsedMail mail, Facts facts, Resolver resolver) {
        return new Authentication(
                spf(mail, facts, resolver),
                notComputed("DKIM"),
                notComputed("DMARC"),
                notComputed("ARC"),
                Claims.of(mail, suffixes));
    }

    private static AuthResult notComputed(String method) {
        return new AuthResult("not-evaluated", "", NOT_COMPUTED.with(method), List.of());
    }

    private static AuthResult spf(ParsedMail mail, Facts facts, Resolver resolver) {
        return mail.route()
                .boundary()
                .flatMap(hop -> hop.ip().map(ip -> spf(mail, facts, resolver, hop, ip)))
                .orElseGet(() -> new AuthResult("not-evaluated", "", NO_ADDRESS, List.of()));
    }

    private static AuthResult spf(ParsedMail mail, Facts facts, Resolver resolver, Hop boundary, IpAddress ip) {
        String sender = mail.envelope().map(Mailbox::address).orElse("");
        Question question = new Question(
                ip, boundary.helo(), sender, boundary.by(), facts.at().getEpochSecond());
        SpfVerifier.Outcome outcome = SpfVerifier.verify(question, resolver);
        List<Evidence> evidence = new ArrayList<>(List.of(boundary.evidence()));
        evidence.addAll(outcome.evidence());
        return new AuthResult(outcome.result().word(), outcome.domain(), SpfReason.of(outcome.result(), ip), evidence);
    }
}
