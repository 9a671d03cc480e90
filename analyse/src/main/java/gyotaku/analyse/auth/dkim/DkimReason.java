package gyotaku.analyse.auth.dkim;

import gyotaku.analyse.auth.dkim.DkimResult.Change;
import gyotaku.analyse.auth.dkim.DkimResult.Fault;
import gyotaku.analyse.auth.dkim.DkimResult.Weakness;
import gyotaku.model.Text;
import java.time.Instant;
import java.util.List;

/// Says why DKIM came out as it did.
public final class DkimReason {

    private static final Text NO_SIGNATURE =
            Text.of("電子署名（DKIM-Signature）がありません。", "The mail carries no DKIM signature.");
    private static final Text PASS = Text.of(
            "{0} の署名は正しく、署名後に本文も署名対象のヘッダーも変わっていません。",
            "The signature of {0} is right: neither the text nor the signed header fields were changed after signing.");
    private static final Text WEAK = Text.of(
            "{0} の署名は計算上正しいものの、証明できる範囲が限られます：{1}。",
            "The signature of {0} is right by computation, but proves little: {1}.");
    private static final Text BODY = Text.of(
            "{0} の署名は、本文が署名時から変わっているため一致しません。{1}",
            "The signature of {0} does not match, since the text is not the one that was signed.{1}");
    private static final Text REBUILT = Text.of(
            "{0} の署名は確認できません。このファイル形式（Outlook の .msg など）には、本文が送信時のままのバイト列では残らないためです。",
            "The signature of {0} cannot be checked: a file of this format (such as Outlook's .msg) does not keep the text"
                    + " byte for byte as it was sent.");
    private static final Text HEADER = Text.of(
            "{0} の署名は、本文は一致しますが、ヘッダーか鍵が署名時と異なるため一致しません。",
            "The signature of {0} does not match: the text is as signed, but the header fields or the key are not.");
    private static final Text HEADER_ALONE = Text.of(
            "{0} の署名は、本文は一致しますが、ヘッダーが署名時から変わっているため一致しません。{1}",
            "The signature of {0} does not match: the text is as signed, but the header fields are not.{1}");
    private static final Text EXPLAINED = Text.of(
            "{0}とみて元に戻すと、署名が一致します。配送途中の変更と考えられますが、合格とは扱いません。",
            " It matches once this is undone: {0}. Stations on the way do that; it still does not count as a pass.");
    private static final Text TOO_WEAK = Text.of(
            "{0} の署名は計算上正しいものの、{1}ため、現在の規格（RFC 8301）では有効と認められません。",
            "The signature of {0} is right by computation, but {1}; by today's rules (RFC 8301) it does not count.");
    private static final Text PERM = Text.of("{0} の署名は使えません：{1}。", "The signature of {0} cannot be used: {1}.");
    private static final Text GONE = Text.of(
            "署名の鍵（{0}）は現在公開されていません。受信時に公開されていたかは今からは確かめられず、受信時に不合格だったとは言えません。本文は署名時のままです。",
            "The key of the signature ({0}) is no longer published. Whether it was when the mail came in cannot be told"
                    + " afterwards, so this is no failure at receipt. The text is as signed.");
    private static final Text TEMPORARY = Text.of(
            "DNS の応答が得られず、署名の鍵（{0}）を確認できません（{1}）。本文は署名時のままです。",
            "DNS gave no answer about the key ({0}: {1}), so the signature stays open. The text is as signed.");
    private static final Text UNASKED = Text.of(
            "本文は署名時のままですが、DNS に鍵を問い合わせていないため未評価です（{0}）。",
            "The text is as signed; the key was not asked for in DNS ({0}), so the signature is not evaluated.");
    private static final Text BEYOND =
            Text.of("検証する署名は {0} 件までとしているため、検証していません。", "Not verified: no more than {0} signatures of a mail are.");
    private static final Text OF_SEVERAL = Text.of("{0}（署名 {1} 件のうち {2} 件が合格）", "{0} ({2} of {1} signatures pass.)");

    private DkimReason() {}

    public static Text none() {
        return NO_SIGNATURE;
    }

    /// The reason of the one that counts, with how many others there are.
    public static Text ofSeveral(Text reason, int all, long passed) {
        return all > 1 ? OF_SEVERAL.with(reason, all, passed) : reason;
    }

    public static Text of(DkimVerifier.Outcome outcome) {
        String domain = outcome.domain().isEmpty() ? "?" : outcome.domain();
        return switch (outcome.result()) {
            case DkimResult.Pass pass ->
                pass.weaknesses().isEmpty()
                        ? PASS.with(domain)
                        : WEAK.with(domain, weaknesses(pass.weaknesses(), pass.unsigned()));
            case DkimResult.BodyChanged changed -> BODY.with(domain, explained(changed.changes()));
            case DkimResult.HeaderChanged changed ->
                changed.changes().isEmpty()
                        ? HEADER.with(domain)
                        : HEADER_ALONE.with(domain, explained(changed.changes()));
            case DkimResult.TooWeak weak -> TOO_WEAK.with(domain, fault(weak.fault(), weak.detail()));
            case DkimResult.PermError error -> PERM.with(domain, fault(error.fault(), error.detail()));
            case DkimResult.KeyGone gone -> GONE.with(gone.name());
            case DkimResult.TempError error ->
                TEMPORARY.with(error.question(), error.why().reason().label());
            case DkimResult.KeyNotAsked not -> UNASKED.with(not.why().reason().label());
            case DkimResult.BodyRebuilt _ -> REBUILT.with(domain);
            case DkimResult.NotVerified _ -> BEYOND.with(DkimVerifier.MOST_VERIFIED);
        };
    }

    private static Text explained(List<Change> changes) {
        return changes.isEmpty() ? Text.same("") : EXPLAINED.with(changes(changes));
    }

    /// What way stations did, as a clause.
    ///
    /// @param changes one or more
    public static Text changes(List<Change> changes) {
        return changes.stream()
                .map(DkimReason::change)
                .reduce((one, other) -> Text.of("{0}うえ、{1}", "{0}, and {1}").with(one, other))
                .orElseThrow();
    }

    private static Text change(Change change) {
        return switch (change) {
            case FOOTER_ADDED ->
                Text.of(
                        "本文の末尾に行（メーリングリストの案内など）が追加された",
                        "lines were added at the end (such as a mailing list's footer)");
            case PART_ADDED ->
                Text.of("末尾にパート（メーリングリストの案内など）が追加された", "a part was added at the end (such as a mailing list's footer)");
            case SUBJECT_TAGGED ->
                Text.of(
                        "件名の先頭に印（[リスト名] や [spam] など）が付けられた",
                        "a mark such as [list] or [spam] was put before the subject");
            case FROM_REWRITTEN -> Text.of("差出人がメーリングリストにより書き換えられた", "a mailing list rewrote From");
            case TRANSFER_ENCODING -> Text.of("本文の符号化方式が変換された", "the transfer encoding was changed on the way");
            case LINE_ENDINGS -> Text.of("行末の空白や改行が変わった", "white space or line ends were changed on the way");
            case FROM_LINES_QUOTED -> Text.of("行頭の From に > が付けられた", "lines that begin with From were quoted");
            case FIELD_ADDED -> Text.of("署名対象のヘッダーが後から追加された", "a signed header field was added on the way");
        };
    }

    private static Text weaknesses(List<Weakness> weaknesses, long unsigned) {
        Text all = weakness(weaknesses.getFirst(), unsigned);
        for (Weakness next : weaknesses.subList(1, weaknesses.size())) {
            all = Text.of("{0}、{1}", "{0}; {1}").with(all, weakness(next, unsigned));
        }
        return all;
    }

    private static Text weakness(Weakness weakness, long unsigned) {
        return switch (weakness) {
            case BODY_LENGTH ->
                unsigned > 0
                        ? Text.of(
                                        "本文の途中までしか署名しておらず（l= 指定）、末尾の {0} バイトは誰でも付け足せた",
                                        "it covers only the beginning of the text (l=), and anybody may have added the"
                                                + " last {0} bytes")
                                .with(unsigned)
                        : Text.of(
                                "本文の長さを限って署名しており（l= 指定）、後から付け足されても分からない",
                                "it covers a fixed length of the text (l=), so additions would not be noticed");
            case SUBJECT_UNSIGNED -> Text.of("件名が署名対象に含まれていない", "it does not cover the subject");
            case OTHER_FROM -> Text.of("署名されていない差出人欄がもう一つある", "there is another From than the signed one");
            case OTHER_SUBJECT -> Text.of("署名されていない件名がもう一つある", "there is another Subject than the signed one");
            case TESTING -> Text.of("鍵が試験運用中（t=y）とされている", "its key is marked as a test (t=y)");
        };
    }

    private static Text fault(Fault fault, String detail) {
        return switch (fault) {
            case SYNTAX -> Text.of("書式の誤り {0}", "syntax error {0}").with(detail);
            case MISSING_TAG -> Text.of("必須の {0} がない", "{0} is missing").with(detail);
            case VERSION -> Text.of("未知のバージョン {0}", "unknown version {0}").with(detail);
            case ALGORITHM -> Text.of("未知の方式 {0}", "unknown algorithm {0}").with(detail);
            case CANONICALIZATION ->
                Text.of("未知の正規化方式 {0}", "unknown canonicalization {0}").with(detail);
            case QUERY_METHOD ->
                Text.of("未知の鍵取得方法 {0}", "unknown query method {0}").with(detail);
            case DOMAIN -> Text.of("署名ドメイン {0} が不正", "{0} is no domain name").with(detail);
            case IDENTITY ->
                Text.of("i= の {0} が署名ドメインの外にある", "i= ({0}) lies outside of the signing domain")
                        .with(detail);
            case FROM_UNSIGNED -> Text.of("差出人欄（From）が署名対象に含まれていない", "it does not cover From");
            case EXPIRED ->
                Text.of("受信時に有効期限（{0}）を過ぎていた", "it had expired ({0}) when the mail came in")
                        .with(time(detail));
            case FUTURE ->
                Text.of("署名日時（{0}）が受信より後", "its time ({0}) lies after receipt").with(time(detail));
            case EXPIRES_BEFORE_SIGNED -> Text.of("有効期限が署名日時より前", "it expires before it was made");
            case LENGTH_BEYOND_BODY ->
                Text.of("l= の値 {0} が本文より長い", "l= ({0}) is longer than the text").with(detail);
            case WEAK_HASH ->
                Text.of("古い方式 {0} である", "it uses the outdated {0}").with(detail);
            case NO_KEY ->
                Text.of(
                                "鍵（{0}）が公開されておらず、受信時にあったことを示すものもない",
                                "no key is published ({0}), and nothing shows that there was one at receipt")
                        .with(detail);
            case KEY_SYNTAX ->
                Text.of("公開鍵の書式の誤り（{0}）", "the published key cannot be read ({0})")
                        .with(detail);
            case KEY_REVOKED -> Text.of("鍵が取り消されている（p= が空）", "its key is revoked (empty p=)");
            case KEY_TYPE ->
                Text.of("鍵の種類 {0} が署名方式と合わない", "its key is of another type ({0})")
                        .with(detail);
            case KEY_HASH ->
                Text.of("鍵がこの方式を許していない（h={0}）", "its key does not permit the algorithm (h={0})")
                        .with(detail);
            case KEY_SERVICE ->
                Text.of("鍵がメール用ではない（s={0}）", "its key is not for mail (s={0})").with(detail);
            case KEY_STRICT ->
                Text.of("鍵がサブドメイン {0} の使用を許していない（t=s）", "its key does not permit subdomains ({0}, t=s)")
                        .with(detail);
            case KEY_TOO_SHORT ->
                Text.of("鍵が {0} ビットと短すぎる", "its key is too short ({0} bits)").with(detail);
            case KEY_TOO_LONG ->
                Text.of("鍵が長すぎる（{0}）", "its key is too long ({0})").with(detail);
        };
    }

    private static String time(String seconds) {
        long value = Long.parseLong(seconds);
        return value > 253_402_300_799L ? seconds : Instant.ofEpochSecond(value).toString();
    }
}
