package gyotaku.analyse.auth.spf;

import gyotaku.analyse.auth.spf.SpfResult.Fault;
import gyotaku.model.IpAddress;
import gyotaku.model.Text;

/// Says in one sentence why SPF came out as it did.
public final class SpfReason {

    private static final Text MATCHED = Text.of(
            "{0} の SPF レコード「{1}」の条件「{2}」に送信元 IP {3} が一致しました。",
            "The sending IP {3} matches “{2}” in the SPF record of {0}: “{1}”.");
    private static final Text DEFAULT = Text.of(
            "送信元 IP {3} は、{0} の SPF レコード「{1}」のどの許可条件にも一致せず、末尾の「{2}」が適用されました。",
            "The sending IP {3} matches no permission in the SPF record of {0} (“{1}”), so its “{2}” applies.");
    private static final Text NO_MATCH = Text.of(
            "送信元 IP {2} は、{0} の SPF レコード「{1}」のどの条件にも一致しません。",
            "The sending IP {2} matches no condition in the SPF record of {0}: “{1}”.");
    private static final Text NONE = Text.of("{0} には SPF レコードがありません。", "{0} publishes no SPF record.");
    private static final Text NO_NAME =
            Text.of("「{0}」は SPF レコードを持てるドメイン名ではありません。", "“{0}” is no domain name that could hold an SPF record.");
    private static final Text ERROR =
            Text.of("{0} の SPF レコードは評価できません: {1}。", "The SPF record of {0} cannot be evaluated: {1}.");
    private static final Text TEMPORARY = Text.of(
            "DNS の応答が得られず、{0} の SPF を判定できません（{1}: {2}）。", "DNS gave no answer, so SPF of {0} stays open ({1}: {2}).");
    private static final Text UNASKED =
            Text.of("DNS に問い合わせていないため未評価です（{0}）。", "Not evaluated, since DNS was not asked ({0}).");

    private SpfReason() {}

    public static Text of(SpfResult result, IpAddress ip) {
        return switch (result) {
            case SpfResult.Matched matched ->
                (isAll(matched.directive()) ? DEFAULT : MATCHED)
                        .with(matched.domain(), matched.record(), matched.directive(), ip);
            case SpfResult.NoMatch none -> NO_MATCH.with(none.domain(), none.record(), ip);
            case SpfResult.None none -> (none.validName() ? NONE : NO_NAME).with(none.domain());
            case SpfResult.PermError error -> ERROR.with(error.domain(), fault(error.fault(), error.detail()));
            case SpfResult.TempError error ->
                TEMPORARY.with(
                        error.domain(), error.question(), error.why().reason().label());
            case SpfResult.NotEvaluated not -> UNASKED.with(not.why().reason().label());
        };
    }

    private static boolean isAll(String directive) {
        return directive.length() <= 4 && directive.regionMatches(true, directive.length() - 3, "all", 0, 3);
    }

    private static Text fault(Fault fault, String detail) {
        return switch (fault) {
            case SYNTAX -> Text.of("書式の誤り「{0}」", "syntax error in “{0}”").with(detail);
            case SEVERAL_RECORDS ->
                Text.of("複数のレコードが公開されている（{0}）", "several records are published ({0})")
                        .with(detail);
            case TOO_LONG ->
                Text.of("{0} 文字もある（上限 {1}）", "it has {0} characters, more than {1}")
                        .with(detail, SpfParser.LONGEST_RECORD);
            case TOO_MANY_LOOKUPS -> Text.of("DNS 参照が上限の 10 回を超える", "it needs more than 10 DNS look-ups");
            case TOO_MANY_VOID_LOOKUPS -> Text.of("空の DNS 応答が上限の 2 回を超える", "more than 2 of its look-ups have no data");
            case TOO_MANY_MX ->
                Text.of("{0} の MX が 10 を超える", "{0} has more than 10 MX hosts").with(detail);
            case TOO_MANY_QUERIES -> Text.of("DNS の質問が多すぎる", "it needs too many DNS queries");
            case NO_RECORD_AT_TARGET ->
                Text.of("参照先 {0} に SPF レコードがない", "{0}, which it refers to, has no SPF record")
                        .with(detail);
        };
    }
}
