package gyotaku.model;

/// The languages of every text that a user reads.
public enum Lang {
    JA("ja"),
    EN("en");

    private final String code;

    Lang(String code) {
        this.code = code;
    }

    /// ISO 639-1, as in file names and in `lang` attributes.
    public String code() {
        return code;
    }
}
