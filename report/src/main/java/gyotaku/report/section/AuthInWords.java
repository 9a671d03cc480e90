package gyotaku.report.section;

import gyotaku.model.DomainName;
import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.AuthClaim;
import gyotaku.model.finding.AuthResult;
import gyotaku.model.finding.Authentication;
import gyotaku.model.finding.Brand;
import gyotaku.model.finding.DmarcPolicy;
import gyotaku.model.finding.Sealer;
import gyotaku.model.finding.Signature;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Authentication told to somebody who is no mail engineer: who stands behind the mail, and what that does not mean.
final class AuthInWords {

    private final Brief brief;
    private final Authentication auth;
    private final List<Statement> told = new ArrayList<>();

    private AuthInWords(Brief brief) {
        this.brief = brief;
        this.auth = brief.analysis().authentication();
    }

    static List<Statement> of(Brief brief) {
        AuthInWords words = new AuthInWords(brief);
        words.owner();
        words.pretended();
        words.forwarded();
        words.planted();
        words.withdrawn();
        return words.told;
    }

    /// Whether DMARC passes by nothing but signatures that prove little.
    static boolean isWeak(Brief brief) {
        return new AuthInWords(brief).isWeak();
    }

    /// A plain signature of somebody else, which anybody can add, makes it no stronger.
    private boolean isWeak() {
        return auth.dmarc().result().equals("pass")
                && !isSignedPlainly()
                && !isByPermittedServer()
                && auth.signatures().stream().anyMatch(each -> each.weak() && isOfFrom(each.outcome()));
    }

    private boolean isSignedPlainly() {
        return auth.signatures().stream().anyMatch(each -> each.isPlainPass() && isOfFrom(each.outcome()));
    }

    private boolean isByPermittedServer() {
        return auth.spf().result().equals("pass") && isOfFrom(auth.spf());
    }

    private Inline from() {
        return Inline.code(auth.dmarc().domain());
    }

    private List<Evidence> restingOn(AuthResult result) {
        return result.evidence().isEmpty() ? List.of(brief.whole()) : result.evidence();
    }

    private void say(AuthResult result, String ja, String en, Inline... values) {
        told.add(Statement.say(restingOn(result), Inline.phrase(ja, en, values)));
    }

    /// Whether the owner of the domain in From stands behind the mail.
    private void owner() {
        AuthResult dmarc = auth.dmarc();
        switch (dmarc.result()) {
            case "pass" -> passed();
            case "fail" -> refused();
            case "none" -> withoutPolicy();
            case "permerror" ->
                say(
                        dmarc,
                        "差出人欄に書かれたドメインが 1 つではないため、誰のメールとして調べればよいか決まりません。正規のメールでは、ほとんどありません。",
                        "There is not exactly one domain in From, so it is open whose mail this would be. Legitimate mail"
                                + " hardly ever looks so.");
            default -> undecided();
        }
    }

    private void passed() {
        if (isWeak()) {
            say(
                    auth.dmarc(),
                    "差出人欄の {0} の電子署名は計算上は合っていますが、メールの一部しか証明していません。いま見えている内容のすべてを {0} が書いたとは言えません。",
                    "The signature of {0} is right by computation, but covers only a part of the mail: it does not show that {0}"
                            + " wrote all that is seen.",
                    from());
            return;
        }
        boolean bySignature = isSignedPlainly();
        if (bySignature && isByPermittedServer()) {
            say(
                    auth.dmarc(),
                    "差出人欄の {0} は偽装されていません。{0} の持ち主が許可したサーバーから送られ、持ち主の電子署名も正しく確認できました。",
                    "The domain in From, {0}, is not forged: the mail came from a server that its owner permits, and carries"
                            + " the owner's signature, which is right.",
                    from());
        } else if (bySignature) {
            say(
                    auth.dmarc(),
                    "差出人欄の {0} は偽装されていません。{0} の持ち主の電子署名が正しく確認できました。",
                    "The domain in From, {0}, is not forged: the mail carries the owner's signature, which is right.",
                    from());
        } else {
            say(
                    auth.dmarc(),
                    "差出人欄の {0} は偽装されていません。{0} の持ち主が許可したサーバーから送られています。",
                    "The domain in From, {0}, is not forged: the mail came from a server that its owner permits.",
                    from());
        }
    }

    private void refused() {
        if (auth.explanation().isPresent()) {
            say(
                    auth.dmarc(),
                    "差出人欄の {0} の持ち主が送ったことは、いま手元にあるこのメールからは証明できません。",
                    "The mail as it is now does not prove that the owner of the domain in From, {0}, sent it.",
                    from());
            return;
        }
        say(
                auth.dmarc(),
                "差出人欄には {0} とありますが、{0} の持ち主が送ったことを示すものはありません。差出人欄は誰でも自由に書けます。",
                "From says {0}, but nothing shows that the owner of {0} sent the mail. Anybody can write anything into From.",
                from());
        auth.policy().ifPresent(policy -> told.add(Statement.say(restingOn(auth.dmarc()), wish(policy))));
    }

    private Inline wish(DmarcPolicy policy) {
        Inline at = Inline.code(policy.domain());
        return switch (policy.asked()) {
            case "reject" ->
                Inline.phrase(
                        "{0} の持ち主は、このようなメールの受信を拒否するよう求めています。",
                        " The owner of {0} asks that such mail be rejected.", at);
            case "quarantine" ->
                Inline.phrase(
                        "{0} の持ち主は、このようなメールを迷惑メールとして隔離するよう求めています。",
                        " The owner of {0} asks that such mail be put into quarantine.", at);
            default ->
                Inline.phrase(
                        "{0} の持ち主は、このようなメールの扱いを何も求めていないため、DMARC では止まりません。",
                        " The owner of {0} asks for nothing to be done, so DMARC does not stop such mail.", at);
        };
    }

    private void withoutPolicy() {
        say(
                auth.dmarc(),
                "差出人欄の {0} は、なりすましを防ぐ設定（DMARC）をしていません。",
                "The domain in From, {0}, has no protection against forgery (DMARC).",
                from());
        if (isOfFrom(auth.spf()) && auth.spf().result().equals("pass")) {
            say(auth.spf(), "ただし、送信元のサーバーは {0} が許可したものです。", " Yet the sending server is one that {0} permits.", from());
        } else if (auth.signatures().stream().noneMatch(each -> each.isPlainPass() && isOfFrom(each.outcome()))) {
            say(auth.dmarc(), "本物の差出人かどうかを確かめる手がかりがありません。", " Nothing tells whether the sender is the real one.");
        }
    }

    private void undecided() {
        Optional<AuthClaim> stamped = auth.claims().stream()
                .filter(claim ->
                        claim.trust() == Trust.STAMPED && claim.method().equals("dmarc"))
                .findFirst();
        if (stamped.isEmpty()) {
            told.add(Statement.gap(
                    auth.dmarc().reason(),
                    Inline.words(
                            "差出人のドメインが本物かどうかは、確かめていません", "Whether the domain in From is forged was not established")));
            return;
        }
        told.add(Statement.say(
                stamped.get().evidence(),
                stamped.get().result().equals("pass")
                        ? Inline.phrase(
                                "差出人のドメインが本物かどうかは、今回は確かめられませんでしたが、受信側のサーバー{0}は、受信時に確認して合格と記録しています。",
                                "Whether the domain in From is forged could not be established now, but the receiving"
                                        + " server{0} recorded at receipt that it passed.",
                                server(stamped.get()))
                        : Inline.phrase(
                                "差出人のドメインが本物かどうかは、今回は確かめられませんでしたが、受信側のサーバー{0}は、受信時に「{1}」と記録しています。",
                                "Whether the domain in From is forged could not be established now, but the receiving"
                                        + " server{0} recorded “{1}” at receipt.",
                                server(stamped.get()),
                                Inline.code(stamped.get().result()))));
    }

    /// Microsoft's headers do not name their server.
    private static Inline server(AuthClaim claim) {
        return claim.by().isEmpty() ? Inline.words("", "") : Inline.phrase("（{0}）", " ({0})", Inline.code(claim.by()));
    }

    /// A pass says who, never that he is harmless or that he is whom the text names.
    private void pretended() {
        boolean proven = auth.dmarc().result().equals("pass")
                || isOfFrom(auth.spf()) && auth.spf().result().equals("pass");
        if (!proven) {
            return;
        }
        Optional<Brand> brand = brief.brand();
        if (brand.isPresent()) {
            told.add(Statement.say(
                    brand.get().evidence(),
                    Inline.phrase(
                            "しかし {0} は{1}の正規ドメインではありません。この合格が示すのは「{0} を持つ者が送った」ことだけで、{1}が送ったことではありません。攻撃者も自分のドメインなら合格できます。",
                            " But {0} is not a domain of {1}. The pass shows only that whoever owns {0} sent it, not that {1} did."
                                    + " An attacker passes just as well with a domain of his own.",
                            from(),
                            new Inline.Told(brand.get().name()))));
        } else if (!brief.benign() && !isWeak()) {
            say(
                    auth.dmarc(),
                    "合格は送り主のドメインを示すだけで、内容が安全であることを意味しません。",
                    " A pass tells the sender's domain; it does not mean that the content is safe.");
        }
    }

    private void forwarded() {
        boolean spfFailed =
                auth.spf().result().equals("fail") || auth.spf().result().equals("softfail");
        if (spfFailed && auth.dmarc().result().equals("pass")) {
            say(
                    auth.spf(),
                    "送信元のサーバーは許可されたものではありませんが、転送されたメールではよくあることで、電子署名が正しいため問題とはしません。",
                    " The sending server is not a permitted one, which is common with forwarded mail; the signature is right, so"
                            + " that is no objection.");
        }
        boolean failed = spfFailed || auth.dmarc().result().equals("fail");
        auth.explanation()
                .filter(_ -> failed)
                .ifPresent(explanation ->
                        told.add(Statement.say(explanation.evidence(), new Inline.Told(spaced(explanation.why())))));
        auth.sealers().stream()
                .reduce((first, last) -> last)
                .filter(last -> !last.trusted() && auth.arc().result().equals("pass"))
                .filter(_ -> auth.dmarc().result().equals("fail"))
                .ifPresent(this::unvouched);
    }

    private void unvouched(Sealer last) {
        told.add(Statement.say(
                last.evidence(),
                Inline.phrase(
                        "{0} が、転送したときの検証結果を記録しています（ARC）。ただし {0} を信頼する設定がないため、根拠にはしません。"
                                + "心当たりのある転送元なら、設定（trust.sealers）に加えると、失敗が転送によるものかを判断できます。",
                        " {0} recorded what it found when it sent the mail on (ARC). It is not trusted by configuration, so"
                                + " nothing rests on that. If you know it as your forwarder, name it in trust.sealers: then the"
                                + " report can tell whether forwarding explains the failure.",
                        Inline.code(last.domain()))));
    }

    private void planted() {
        auth.claims().stream()
                .filter(claim ->
                        claim.trust() == Trust.CLAIMED && claim.result().equals("pass"))
                .filter(claim -> !claim.method().equals("arc") && !isOfStation(claim))
                .filter(claim -> claim.planted() || isContradicted(claim))
                .min(Comparator.comparing(claim -> !claim.planted()))
                .ifPresent(claim ->
                        told.add(Statement.say(claim.evidence(), claim.planted() ? trick(claim) : own(claim))));
    }

    private Inline trick(AuthClaim claim) {
        return Inline.phrase(
                "メールの中に、受信側のサーバー {1} の名で「{0} 合格」と書かれた欄がありますが、送信者が合格を装うために仕込んだものです。",
                " The mail carries a field in the name of the receiving server {1} that says “{0} pass”; the sender planted it to"
                        + " feign a pass.",
                methods(claim),
                Inline.code(claim.by()));
    }

    private Inline own(AuthClaim claim) {
        return Inline.phrase(
                "メールの中に「{0} 合格」と書かれた欄がありますが、送信者が書き込める場所にあり、受信側の記録ではないため、信用できません。",
                " The mail carries a field that says “{0} pass”, but it stands where the sender can write: it is not the receiving"
                        + " side's and cannot be believed.",
                methods(claim));
    }

    /// All methods of which the same field says that they passed.
    private Inline methods(AuthClaim claim) {
        List<String> methods = auth.claims().stream()
                .filter(other -> other.evidence().equals(claim.evidence())
                        && other.result().equals("pass"))
                .map(other -> other.method().toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        return new Inline.Told(Text.of(String.join("・", methods), String.join(", ", methods)));
    }

    /// What a station on the way recorded is no trick of the sender.
    private static boolean isOfStation(AuthClaim claim) {
        return claim.evidence().excerpt().startsWith("ARC-");
    }

    private boolean isContradicted(AuthClaim claim) {
        String computed = computed(claim);
        return !computed.equals("pass") && !computed.equals("not-evaluated");
    }

    private String computed(AuthClaim claim) {
        return switch (claim.method()) {
            case "spf" -> auth.spf().result();
            case "dkim" ->
                auth.signatures().stream()
                        .map(Signature::outcome)
                        .filter(outcome -> outcome.domain().equalsIgnoreCase(claim.domain()))
                        .map(AuthResult::result)
                        .filter("pass"::equals)
                        .findFirst()
                        .orElse(auth.dkim().result());
            case "dmarc" -> auth.dmarc().result();
            default -> "pass";
        };
    }

    private void withdrawn() {
        auth.signatures().stream()
                .map(Signature::outcome)
                .filter(outcome -> outcome.result().equals("neutral") && isOfFrom(outcome))
                .findFirst()
                .ifPresent(outcome ->
                        told.add(Statement.say(restingOn(outcome), new Inline.Told(spaced(outcome.reason())))));
    }

    private static Text spaced(Text reason) {
        return Text.of(reason.ja(), " " + reason.en());
    }

    private boolean isOfFrom(AuthResult result) {
        Optional<DomainName> from = DomainName.of(auth.dmarc().domain()).map(brief.suffixes()::registrable);
        return from.isPresent()
                && DomainName.of(result.domain())
                        .map(brief.suffixes()::registrable)
                        .equals(from);
    }
}
