package gyotaku.model.finding;

import gyotaku.model.Text;

/// Independent sides from which a mail is looked at; each is capped in the verdict.
public enum Family {
    ROUTE("route", Text.of("経路", "route")),
    SENDER("sender", Text.of("送信者", "sender")),
    AUTHENTICATION("authentication", Text.of("送信ドメイン認証", "authentication")),
    CONTENT("content", Text.of("本文", "content")),
    LINK("link", Text.of("リンク", "links")),
    AGE("age", Text.of("ドメインの新しさ", "age of the domain")),
    PAGE("page", Text.of("誘導先ページ", "landing page")),
    ATTACHMENT("attachment", Text.of("添付ファイル", "attachments")),
    REPUTATION("reputation", Text.of("評判", "reputation")),
    HISTORY("history", Text.of("過去の事例", "history"));

    private final String code;
    private final Text label;

    Family(String code, Text label) {
        this.code = code;
        this.label = label;
    }

    public String code() {
        return code;
    }

    public Text label() {
        return label;
    }
}
