package gyotaku.analyse.auth;

import gyotaku.model.Text;

/// How a header of results departs from RFC 8601 section 2.2 (or RFC 7208 section 9.1).
enum Flaw {
    NO_SERVER(false, "サーバー名（authserv-id）がありません", "it names no server (authserv-id)"),
    NO_INSTANCE(false, "ARC の番号（i=）がありません", "it has no ARC instance (i=)"),
    NO_SEMICOLON(true, "区切りのセミコロンがありません", "a semicolon is missing"),
    MISPLACED_SEMICOLON(false, "項目の途中にセミコロンがあります", "a semicolon parts what belongs together"),
    PARENTHESES(true, "注釈の括弧が対応していません", "the parentheses of a comment do not match"),
    GLUED_COMMENT(true, "値の途中に注釈があります", "a comment stands inside a value"),
    OPEN_QUOTE(true, "引用符が閉じていません", "a quoted string is not closed"),
    UNKNOWN_RESULT(false, "規格にない結果の語です", "its result is a word that no standard knows"),
    NO_RESULT(false, "結果のない項目があります", "an entry gives no result"),
    NONE_BESIDE_OTHERS(false, "「結果なし」（none）とほかの結果が並んでいます", "“none” stands beside other results"),
    ENCODED(false, "ヘッダー全体が符号化されています（RFC 2047）", "the whole header is an encoded word (RFC 2047)"),
    TOO_LONG(false, "長すぎるため先頭だけを読みました", "it is so long that only its beginning was read");

    private final boolean hiding;
    private final Text text;

    Flaw(boolean hiding, String ja, String en) {
        this.hiding = hiding;
        this.text = Text.of(ja, en);
    }

    /// Whether words that the sender chose (an envelope sender, a HELO name) may have become words of the
    /// server that wrote the header, as with `smtp.mailfrom=bank.example(.evil.example` (CVE-2020-12272). Such
    /// a result is never believed.
    boolean isHiding() {
        return hiding;
    }

    Text text() {
        return text;
    }
}
