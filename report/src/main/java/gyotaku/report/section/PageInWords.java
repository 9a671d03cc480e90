package gyotaku.report.section;

import gyotaku.model.Evidence;
import gyotaku.model.Text;
import gyotaku.model.WebUrl;
import gyotaku.model.fact.Asked;
import gyotaku.model.fact.Landing;
import gyotaku.model.fact.Landing.Notice;
import gyotaku.report.block.Inline;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;

/// What a visit found, in words.
final class PageInWords {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private PageInWords() {}

    /// When the page was looked at, to the minute; empty when the evidence has no time.
    static String at(Evidence evidence) {
        return evidence instanceof Evidence.Answered answered
                ? MINUTE.format(answered.at().atOffset(ZoneOffset.UTC))
                : "";
    }

    /// From where and by what.
    static Text means(Landing.Means means) {
        return switch (means) {
            case BROWSER ->
                Text.of(
                        "この解析を行った機器から、画面のないブラウザー（ヘッドレス Chromium）で確認しました。",
                        "It was looked at from the machine of this analysis with a browser without a window (headless Chromium).");
            case PLAIN ->
                Text.of(
                        "この解析を行った機器から、スクリプトを動かさない単純な取得で確認しました。ブラウザーでは別の画面になることがあります。",
                        "It was looked at from the machine of this analysis with a plain fetch that runs no script; a browser may show something else.");
        };
    }

    /// How the visit ended: a clause that ends a sentence.
    static Text state(Landing page) {
        return page.notice().isPresent() ? notice(page.notice().get()) : ended(page);
    }

    private static Text ended(Landing page) {
        return switch (page.state()) {
            case OK -> Text.of("ページが表示されました。", "a page without a form was shown.");
            case FORM ->
                Asked.of(page).isEmpty()
                        ? Text.of("入力フォームのあるページが表示されました。", "a page with a form was shown.")
                        : Text.of("{0}の入力を求めるページが表示されました。", "a page was shown that asks for: {0}.")
                                .with(words(Asked.of(page)));
            case TIMEOUT -> Text.of("制限時間内に応答がありませんでした。", "there was no answer in time.");
            case NXDOMAIN -> Text.of("ホスト名が存在せず、開けませんでした。", "the host name did not exist, so it could not be opened.");
            case REFUSED -> Text.of("サーバーに接続できませんでした。", "no connection to the server came about.");
            case HTTP_ERROR ->
                Text.of("サーバーはエラー（HTTP {0}）を返しました。", "the server answered with an error (HTTP {0}).")
                        .with(page.status());
            case BLOCKED ->
                page.cut().contains("inner-address")
                        ? Text.of(
                                "内部のネットワークを指していたため、本プログラムが接続を止めました。",
                                "it pointed into an inner network, so this program refused to connect.")
                        : Text.of(
                                "警告などの画面に遮られ、ページは表示されませんでした。", "something stood before the page and it was not shown.");
            case TLS_ERROR ->
                Text.of("暗号化された接続（TLS）を確立できませんでした。", "no encrypted connection (TLS) could be established.");
        };
    }

    private static Text notice(Notice notice) {
        Text kind = switch (notice.kind()) {
            case REGISTRAR_HOLD ->
                Text.of(
                        "ドメインが登録事業者などにより停止されたことを示す画面でした。",
                        "a page said that the registrar or registry had taken the domain out of use.");
            case HOSTING_SUSPENDED ->
                Text.of(
                        "サイトがホスティング事業者により停止されたことを示す画面でした。",
                        "a page said that the hosting company had suspended the site.");
            case PARKED -> Text.of("使われていないドメインの画面（パーキング・売り出し中）でした。", "the domain was parked or for sale.");
            case WARNING -> Text.of("フィッシングやマルウェアへの警告画面でした。", "a warning of phishing or malware was shown.");
            case HUMAN_CHECK ->
                Text.of(
                        "人間かどうかを確かめる画面で止まり、その先は見ていません。",
                        "a check whether the visitor is human was shown; what lies behind it was not seen.");
        };
        return notice.by().isEmpty()
                ? kind
                : Text.of("{0}表示元：{1}。", "{0} Shown by: {1}.").with(kind, notice.by());
    }

    /// Whether nothing answered, or an error did: a result with a time, not a state for good.
    static boolean isDown(Landing page) {
        return switch (page.state()) {
            case OK, FORM, BLOCKED ->
                page.notice()
                        .filter(it ->
                                it.kind() == Notice.Kind.REGISTRAR_HOLD || it.kind() == Notice.Kind.HOSTING_SUSPENDED)
                        .isPresent();
            case TIMEOUT, NXDOMAIN, REFUSED, HTTP_ERROR, TLS_ERROR -> true;
        };
    }

    static Text words(Collection<Asked> asked) {
        return Text.of(
                String.join("、", asked.stream().map(it -> it.label().ja()).toList()),
                String.join(", ", asked.stream().map(it -> it.label().en()).toList()));
    }

    static Text how(Landing.Redirect step) {
        return switch (step.how()) {
            case "http" -> Text.of("HTTP {0} による転送", "by HTTP {0}").with(step.status());
            case "meta" -> Text.of("ページ内の指定（meta refresh）による転送", "by the page (meta refresh)");
            default -> Text.of("スクリプトによる転送", "by a script");
        };
    }

    static Inline cut(String what) {
        return switch (what) {
            case "time" -> Inline.words("制限時間に達しました。", "The time limit was reached.");
            case "bytes" -> Inline.words("容量の上限に達しました。", "The limit on bytes was reached.");
            case "requests" -> Inline.words("通信回数の上限に達しました。", "The limit on requests was reached.");
            case "redirects" -> Inline.words("転送回数の上限に達しました。", "The limit on redirects was reached.");
            case "inner-address" ->
                Inline.words("内部のネットワークへの接続を止めました。", "A connection into an inner network was refused.");
            default -> Inline.phrase("{0} の上限に達しました。", "A limit was reached: {0}.", Inline.code(what));
        };
    }

    /// Dead, and short enough for a line.
    static Inline url(String url) {
        return Inline.code(WebUrl.ofSerialised(url).map(Defang::url).orElseGet(() -> Defang.text(shortened(url))));
    }

    /// Against titles and labels that fill a page.
    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= 200
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 199)) + "…";
    }
}
