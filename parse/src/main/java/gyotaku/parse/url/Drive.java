package gyotaku.parse.url;

/// Windows drive letters, which file URLs treat apart (WHATWG URL Standard, section 4.2).
final class Drive {

    private Drive() {}

    /// `C:` or `C|`.
    static boolean is(CharSequence text) {
        return text.length() == 2 && Ascii.isAlpha(text.charAt(0)) && (text.charAt(1) == ':' || text.charAt(1) == '|');
    }

    /// `C:`.
    static boolean isNormalized(CharSequence text) {
        return is(text) && text.charAt(1) == ':';
    }

    /// Whether `C:` or `C|` stands at `at`, followed by nothing or by one of `/ \ ? #`.
    static boolean startsAt(int[] input, int at) {
        if (input.length - at < 2 || !Ascii.isAlpha(input[at]) || input[at + 1] != ':' && input[at + 1] != '|') {
            return false;
        }
        return input.length - at == 2 || "/\\?#".indexOf(input[at + 2]) >= 0;
    }
}
