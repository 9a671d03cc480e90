package gyotaku.parse.url;

/// Percent-decoding (URL Standard, section 1.3).
public final class Percent {

    private Percent() {}

    /// `%41` and the like as bytes, read as UTF-8 with replacement characters; anything else stays.
    public static String decode(String text) {
        return PercentEncoding.decode(text);
    }
}
