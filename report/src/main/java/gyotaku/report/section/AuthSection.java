package gyotaku.report.section;

import com.google.auto.service.AutoService;
import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.finding.AuthClaim;
import gyotaku.model.finding.AuthResult;
import gyotaku.model.finding.Authentication;
import gyotaku.report.block.Block;
import gyotaku.report.block.Block.Para;
import gyotaku.report.block.Block.Table;
import gyotaku.report.block.Inline;
import gyotaku.report.block.Inline.Badge;
import gyotaku.report.block.Inline.Told;
import gyotaku.report.block.Statement;
import gyotaku.report.block.Tone;
import java.util.ArrayList;
import java.util.List;

/// What was computed here beside what the headers claim.
@AutoService(Section.class)
public final class AuthSection implements Section {

    private static final int CLAIMS = 6;

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
        return List.of(new Table(
                Text.of("計算した結果とヘッダーの記載", "Computed results beside those in the headers"),
                List.of(Text.of("方式", "Method"), Text.of("計算した結果", "Computed"), Text.of("ヘッダーの記載", "In the headers")),
                List.of(
                        row(brief, "SPF", auth.spf(), auth.claims()),
                        row(brief, "DKIM", auth.dkim(), auth.claims()),
                        row(brief, "DMARC", auth.dmarc(), auth.claims()),
                        row(brief, "ARC", auth.arc(), auth.claims()))));
    }

    private static List<Para> row(Brief brief, String method, AuthResult result, List<AuthClaim> claims) {
        List<AuthClaim> mine = claims.stream()
                .filter(claim -> claim.method().equalsIgnoreCase(method))
                .toList();
        return List.of(
                Block.para(new Statement.Fixed(Text.same(method))),
                Block.para(computed(brief, result)),
                claimed(brief, mine, result));
    }

    private static Statement computed(Brief brief, AuthResult result) {
        if (!result.isEvaluated()) {
            return Statement.gap(result.reason(), new Badge(Tone.QUIET, Text.of("未計算", "not computed")));
        }
        List<Inline> parts = new ArrayList<>();
        parts.add(badge(result.result()));
        if (!result.domain().isEmpty()) {
            parts.add(Inline.code(result.domain()));
        }
        parts.add(new Told(result.reason()));
        parts.add(Inline.badge(Trust.VERIFIED));
        return new Statement.Sentence(parts, result.evidence().isEmpty() ? List.of(brief.whole()) : result.evidence());
    }

    private static Badge badge(String result) {
        Tone tone = switch (result) {
            case "pass" -> Tone.PROVEN;
            case "fail", "permerror" -> Tone.DANGER;
            case "softfail", "temperror" -> Tone.CAUTION;
            default -> Tone.QUIET;
        };
        return new Badge(tone, Text.same(result));
    }

    private static Para claimed(Brief brief, List<AuthClaim> claims, AuthResult result) {
        if (claims.isEmpty()) {
            return Block.para(Statement.say(brief.whole(), Inline.words("記載はありません。", "Nothing is said there.")));
        }
        return new Para(
                claims.stream().limit(CLAIMS).map(claim -> claim(claim, result)).toList());
    }

    private static Statement claim(AuthClaim claim, AuthResult result) {
        List<Inline> parts = new ArrayList<>();
        parts.add(Inline.code(claim.result()));
        if (!claim.by().isEmpty()) {
            parts.add(Inline.phrase("（{0}）", " ({0})", Inline.code(claim.by())));
        }
        parts.add(Inline.badge(claim.trust()));
        if (result.isEvaluated() && !claim.result().equalsIgnoreCase(result.result())) {
            parts.add(Inline.words("計算した結果と異なります。", "It differs from the computed result."));
        }
        return Statement.say(claim.evidence(), parts.toArray(Inline[]::new));
    }
}
