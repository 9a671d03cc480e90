package gyotaku.parse.link;

import java.util.List;

/// The beginning of a URL in running text, as `http://` or in disguise.
///
/// @param name the scheme that is meant
/// @param end behind the slashes, or -1 when none stands there
record Scheme(String name, int end) {

    private record Spelling(String written, String meant) {}

    private static final List<Spelling> SPELLINGS = List.of(
            new Spelling("https", "https"),
            new Spelling("http", "http"),
            new Spelling("hxxps", "https"),
            new Spelling("hxxp", "http"),
            new Spelling("h**ps", "https"),
            new Spelling("h**p", "http"),
            new Spelling("htxps", "https"),
            new Spelling("htxp", "http"),
            new Spelling("ttps", "https"),
            new Spelling("ttp", "http"),
            new Spelling("ftp", "ftp"),
            new Spelling("fxp", "ftp"));

    private static final List<String> SEPARATORS =
            List.of("://", "[:]//", "[://]", "(:)//", ":\\\\", ":[//]", "[:]\\\\", "{:}//");

    static final Scheme NONE = new Scheme("", -1);

    static Scheme at(String folded, int at) {
        char first = folded.charAt(at);
        if ("hHfFtT".indexOf(first) < 0) {
            return NONE;
        }
        for (Spelling spelling : SPELLINGS) {
            int end = at + spelling.written().length();
            if (folded.regionMatches(
                    true, at, spelling.written(), 0, spelling.written().length())) {
                for (String separator : SEPARATORS) {
                    if (folded.startsWith(separator, end)) {
                        return new Scheme(spelling.meant(), end + separator.length());
                    }
                }
            }
        }
        return NONE;
    }
}
