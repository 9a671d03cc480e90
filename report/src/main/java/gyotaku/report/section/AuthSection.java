package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.AuthClaim;
import gyotaku.model.finding.AuthResult;
import gyotaku.model.finding.Authentication;
import gyotaku.model.finding.DmarcPolicy;
import gyotaku.model.finding.Sealer;
import gyotaku.model.finding.SenderDomain;
import gyotaku.model.finding.Signature;
import gyotaku.model.finding.Verdict;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Box;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Block.Row;
import gyotaku.report.block.Block.Rows;
import gyotaku.report.block.Block.Table;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Inline.Badge;
import gyotaku.report.block.Inline.Told;
import gyotaku.report.block.Statement;
import gyotaku.report.block.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What was computed here beside what the headers claim, and what that means.
@AutoService(Section.class)
public final class AuthSection implements Section {

    private static final int CLAIMS = 6;
    private static final List<String> COMPUTED = List.of("spf", "dkim", "dmarc", "arc");
    private static final Text PLANTED = Text.of("送信者が仕込んだもの", "planted by the sender");
    private static final Text MALFORMED = Text.of("書式の誤り：{0}。", "Malformed: {0}.");
    /// Signatures and stations that are shown; `case.json` has all.
    private static final int SHOWN = 8;

    private static final Badge OPEN = new Badge(Tone.QUIET, Text.of("未確定", "not established"));

    @Override
    public int order() {
        return 110;
    }

    @Override
    public String anchor() {
        return "auth";
    }

    @Override
    public Text title() {
        return Text.of("送信ドメイン認証", "Authentication");
    }

    @Override
    public List<Block> blocks(Brief brief) {
        Authentication auth = brief.analysis().authentication();
        List<Block> blocks = new ArrayList<>();
        List<Statement> words = AuthInWords.of(brief);
        if (!words.isEmpty()) {
            blocks.add(new Box(Tone.CALM, Text.of("やさしく言うと", "In plain words"), List.of(new Para(words))));
        }
        blocks.add(results(brief, auth));
        if (auth.signatures().size() > 1) {
            blocks.add(signatures(brief, auth.signatures()));
        }
        if (!auth.sealers().isEmpty()) {
            blocks.add(sealers(auth.sealers()));
        }
        List<Row> rows = Stream.of(policy(auth), senderDomain(brief), BimiInWords.rows(brief))
                .flatMap(List::stream)
                .toList();
        if (!rows.isEmpty()) {
            blocks.add(new Rows(rows));
        }
        return blocks;
    }

    private static Table results(Brief brief, Authentication auth) {
        boolean ofHelo = auth.helo().isEvaluated() && !auth.helo().result().equals("none");
        Stream<List<Para>> helo = ofHelo
                ? Stream.of(List.of(
                        Block.para(Statement.fixed("SPF（HELO）", "SPF (HELO)")),
                        Block.para(computed(brief, auth.helo(), false)),
                        Block.para(Statement.fixed("SPF の欄をご覧ください。", "See SPF."))))
                : Stream.empty();
        Stream<List<Para>> others = Stream.of(
                row(brief, "DKIM", auth.dkim(), auth.isWeakDkim()),
                row(brief, "DMARC", auth.dmarc(), AuthInWords.isWeak(brief)),
                row(brief, "ARC", auth.arc(), false));
        return new Table(
                Text.of("計算した結果とヘッダーの記載", "Computed results beside those in the headers"),
                List.of(Text.of("認証方式", "Method"), Text.of("計算した結果", "Computed"), Text.of("ヘッダーの記載", "In the headers")),
                Stream.of(Stream.of(row(brief, "SPF", auth.spf(), false)), helo, others, others(auth))
                        .flatMap(rows -> rows)
                        .toList());
    }

    /// What the headers say of other methods, and headers in which nothing can be read.
    private static Stream<List<Para>> others(Authentication auth) {
        List<Statement> told = auth.claims().stream()
                .filter(claim -> !COMPUTED.contains(claim.method()))
                .limit(CLAIMS)
                .map(claim -> claim(claim, auth, Inline.foreign(claim.method())))
                .toList();
        return told.isEmpty()
                ? Stream.empty()
                : Stream.of(List.of(
                        Block.para(Statement.fixed("そのほか", "Other")),
                        Block.para(Statement.fixed("計算の対象ではありません。", "Nothing that is computed here.")),
                        new Para(told)));
    }

    private static List<Para> row(Brief brief, String method, AuthResult result, boolean weak) {
        return List.of(
                Block.para(new Statement.Fixed(Text.same(method))),
                Block.para(computed(brief, result, weak)),
                claimed(brief, method));
    }

    private static Statement computed(Brief brief, AuthResult result, boolean weak) {
        if (!result.isEvaluated() && result.evidence().isEmpty()) {
            return Statement.gap(result.reason(), Inline.words("確かめていません", "Not established"));
        }
        List<Inline> parts = new ArrayList<>();
        parts.add(result.isEvaluated() ? badge(result.result(), weak) : OPEN);
        parts.add(new Told(result.reason()));
        if (result.isEvaluated()) {
            parts.add(Inline.badge(Trust.VERIFIED));
        }
        return new Statement.Sentence(parts, result.evidence().isEmpty() ? List.of(brief.whole()) : result.evidence());
    }

    private static Badge badge(String result, boolean weak) {
        if (weak) {
            return new Badge(Tone.CAUTION, Text.of("pass（弱い）", "pass (weak)"));
        }
        Tone tone = switch (result) {
            case "pass" -> Tone.PROVEN;
            case "fail" -> Tone.DANGER;
            case "softfail", "temperror", "permerror" -> Tone.CAUTION;
            default -> Tone.QUIET;
        };
        return new Badge(tone, Text.same(result));
    }

    private static Para claimed(Brief brief, String method) {
        Authentication auth = brief.analysis().authentication();
        List<AuthClaim> claims = auth.claims().stream()
                .filter(claim -> claim.method().equalsIgnoreCase(method))
                .toList();
        if (claims.isEmpty()) {
            return Block.para(Statement.say(brief.whole(), Inline.words("記載はありません。", "Nothing is said there.")));
        }
        return new Para(
                claims.stream().limit(CLAIMS).map(claim -> claim(claim, auth)).toList());
    }

    private static Statement claim(AuthClaim claim, Authentication auth, Inline... lead) {
        List<Inline> parts = new ArrayList<>(List.of(lead));
        Stream.of(claim.result(), claim.domain(), claim.detail())
                .filter(value -> !value.isEmpty())
                .map(Inline::code)
                .forEach(parts::add);
        if (!claim.by().isEmpty()) {
            parts.add(Inline.phrase("（{0}）", " ({0})", Inline.code(claim.by())));
        }
        parts.add(Inline.badge(claim.trust()));
        if (claim.planted()) {
            parts.add(new Badge(Tone.DANGER, PLANTED));
        }
        claim.malformed().stream()
                .filter(flaw -> isFirst(claim, flaw, auth.claims()))
                .forEach(flaw -> parts.add(new Told(MALFORMED.with(flaw))));
        auth.differences().stream()
                .filter(difference -> difference.claim().equals(claim))
                .findFirst()
                .ifPresent(difference -> parts.add(new Told(difference.why())));
        return Statement.say(claim.evidence(), parts.toArray(Inline[]::new));
    }

    /// Whether no row before tells the same of the same header.
    private static boolean isFirst(AuthClaim claim, Text flaw, List<AuthClaim> claims) {
        return Stream.concat(
                        COMPUTED.stream()
                                .flatMap(method -> claims.stream()
                                        .filter(other -> other.method().equals(method))),
                        claims.stream().filter(other -> !COMPUTED.contains(other.method())))
                .filter(other -> other.evidence().equals(claim.evidence())
                        && other.malformed().contains(flaw))
                .findFirst()
                .filter(claim::equals)
                .isPresent();
    }

    private static Table signatures(Brief brief, List<Signature> signatures) {
        List<List<Para>> rows = new ArrayList<>();
        signatures.stream().limit(SHOWN).forEach(signature -> rows.add(signature(brief, signature)));
        if (signatures.size() > SHOWN) {
            int more = signatures.size() - SHOWN;
            rows.add(List.of(
                    Block.para(
                            Statement.say(brief.whole(), Inline.phrase("ほか {0} 件", "{0} more", Inline.number(more)))),
                    Block.para(Statement.fixed("", "")),
                    Block.para(Statement.fixed("case.json に記載", "see case.json"))));
        }
        return new Table(
                Text.of("すべての電子署名（DKIM）", "All DKIM signatures"),
                List.of(
                        Text.of("署名ドメイン", "Signing domain"),
                        Text.of("セレクター・方式", "Selector, algorithm"),
                        Text.of("結果", "Result")),
                rows);
    }

    private static List<Para> signature(Brief brief, Signature signature) {
        AuthResult outcome = signature.outcome();
        return List.of(
                Block.para(Statement.say(outcome.evidence(), Inline.code(known(outcome.domain())))),
                Block.para(Statement.say(
                        outcome.evidence(),
                        Inline.code(known(signature.selector())),
                        Inline.phrase("／{0}", " / {0}", Inline.code(known(signature.algorithm()))))),
                Block.para(computed(brief, outcome, signature.weak())));
    }

    private static String known(String value) {
        return value.isEmpty() ? "—" : value;
    }

    private static Table sealers(List<Sealer> sealers) {
        return new Table(
                Text.of("転送経路の印（ARC）", "Stations that sealed the mail (ARC)"),
                List.of(Text.of("順", "No."), Text.of("中継者", "Station"), Text.of("信頼", "Trusted")),
                sealers.reversed().stream()
                        .limit(SHOWN)
                        .map(AuthSection::sealer)
                        .toList());
    }

    private static List<Para> sealer(Sealer sealer) {
        return List.of(
                Block.para(Statement.say(sealer.evidence(), Inline.number(sealer.instance()))),
                Block.para(Statement.say(sealer.evidence(), Inline.code(sealer.domain()), before(sealer))),
                Block.para(
                        sealer.trusted()
                                ? Statement.say(sealer.evidence(), Inline.words("設定で信頼", "by configuration"))
                                : Statement.fixed("信頼していない", "no")));
    }

    private static Inline before(Sealer sealer) {
        return switch (sealer.validation()) {
            case "none" -> Inline.words("（最初の中継者）", " (the first station)");
            case "pass" -> Inline.words("（それまでの印は有効と記録）", " (found the chain before it right)");
            default -> Inline.phrase("（それまでの印：{0}）", " (chain before it: {0})", Inline.code(sealer.validation()));
        };
    }

    private static List<Row> policy(Authentication auth) {
        return auth
                .policy()
                .map(policy -> new Row(
                        Text.of("DMARC の方針", "DMARC policy"), List.of(Block.para(policy(auth.dmarc(), policy)))))
                .stream()
                .toList();
    }

    private static Statement policy(AuthResult dmarc, DmarcPolicy policy) {
        return Statement.say(
                dmarc.evidence(),
                Inline.code(policy.text()),
                Inline.phrase("（{0} で公開）", " (published at {0})", Inline.code("_dmarc." + policy.domain())));
    }

    /// The split of the Council of Anti-Phishing Japan; of no meaning for mail that is none of its kind, and too much
    /// said where there is no more than a suspicion.
    private static List<Row> senderDomain(Brief brief) {
        SenderDomain kind = brief.analysis().senderDomain();
        boolean named = !brief.benign() && brief.verdict().kind() != Verdict.Kind.SUSPICIOUS;
        if (!named || kind == SenderDomain.UNKNOWN) {
            return List.of();
        }
        Authentication auth = brief.analysis().authentication();
        return List.of(new Row(
                Text.of("なりすましの区分", "Kind of sender"),
                List.of(Block.para(Statement.say(
                        auth.dmarc().evidence().isEmpty()
                                ? List.of(brief.whole())
                                : auth.dmarc().evidence(),
                        new Told(kind.label()),
                        Inline.words("（フィッシング対策協議会の月次報告の区分）", " (As the Council of Anti-Phishing Japan counts.)"))))));
    }
}
