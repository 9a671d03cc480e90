package gyotaku.analyse.auth;

import gyotaku.model.PublicSuffixes;
import gyotaku.model.Text;
import gyotaku.model.fact.Facts;
import gyotaku.model.fact.Resolver;
import gyotaku.model.finding.AuthResult;
import gyotaku.model.finding.Authentication;
import gyotaku.model.mail.ParsedMail;
import java.util.List;

/// All that proves or claims who sent a mail.
public final class Authenticator {

    private static final Text NOT_COMPUTED = Text.of(
            "この版では {0} の署名やポリシーの再検証を行わず、受信側が記録した結果のみを示します。",
            "This version does not verify {0} itself; only what the receiving side recorded is shown.");

    public Authenticator(PublicSuffixes suffixes) {}

    public Authentication examine(ParsedMail mail, Facts facts, Resolver resolver) {
        return new Authentication(
                notComputed("SPF"), notComputed("DKIM"), notComputed("DMARC"), notComputed("ARC"), List.of());
    }

    private static AuthResult notComputed(String method) {
        return new AuthResult("not-evaluated", "", NOT_COMPUTED.with(method), List.of());
    }
}
