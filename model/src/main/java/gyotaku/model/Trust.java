package gyotaku.model;

/// How far a piece of evidence can be believed.
public enum Trust {
    /// We computed it from the bytes or asked the authority.
    VERIFIED("verified", Text.of("検証済み", "verified")),
    /// The receiving side's own servers wrote it.
    STAMPED("stamped", Text.of("受信側の記録", "stamped by the receiver")),
    /// The sender could have written it.
    CLAIMED("claimed", Text.of("自己申告", "claimed by the sender")),
    /// A database or reputation service says so.
    THIRD_PARTY("third-party", Text.of("第三者", "third party"));

    private final String code;
    private final Text label;

    Trust(String code, Text label) {
        this.code = code;
        this.label = label;
    }

    /// The word used in `case.json`.
    public String code() {
        return code;
    }

    public Text label() {
        return label;
    }
}
