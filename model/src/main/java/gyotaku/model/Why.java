package gyotaku.model;

/// Why a look-up has no answer.
///
/// @param reason the kind
/// @param detail more, for the log and the reader; may be empty
public record Why(Reason reason, String detail) {

    public enum Reason {
        OFFLINE(Text.of("オフライン実行のため", "the run was off-line")),
        PRIVACY(Text.of("設定 privacy により送信しないため", "the privacy setting does not let it out")),
        NO_KEY(Text.of("鍵の設定がないため", "no key is configured")),
        NOT_CONFIGURED(Text.of("設定がないため", "it is not configured")),
        HAS_EFFECT(Text.of("開くだけで登録や解除が行われるおそれがあるため", "opening it may have an effect, such as confirming an address")),
        NOT_FOLLOWED(Text.of("読み手が開くリンクではないため", "it is no link that a reader follows")),
        NO_SERVICE(Text.of("提供元がないため", "no registry service is known")),
        LIMIT(Text.of("件数の上限に達したため", "the limit on their number was reached")),
        OUT_OF_TIME(Text.of("全体の制限時間に達したため", "the time for all look-ups was used up")),
        SILENT(Text.of("続けて応答がなかったため", "it had not answered several times in a row")),
        TIMEOUT(Text.of("時間切れ", "timeout")),
        REFUSED(Text.of("接続を拒否されました", "connection refused")),
        FORBIDDEN_ADDRESS(Text.of("内部のアドレスを指すため接続しません", "it points to an inner address")),
        SERVER_ERROR(Text.of("サーバーのエラー", "server error")),
        TOO_LARGE(Text.of("応答が大きすぎます", "the answer was too large")),
        UNREADABLE(Text.of("応答を解釈できません", "the answer could not be read")),
        NO_BROWSER(Text.of("Chromium がないため", "no Chromium is there")),
        NO_HTML(Text.of("HTMLの本文がないため", "the mail has no HTML")),
        NO_PICTURE(Text.of("ブラウザーが画像を作れませんでした", "the browser made no picture")),
        NOT_RECORDED(Text.of("記録がありません", "it is not in the recording"));

        private final Text label;

        Reason(Text label) {
            this.label = label;
        }

        public Text label() {
            return label;
        }
    }

    public static Why of(Reason reason) {
        return new Why(reason, "");
    }
}
