package gyotaku.parse.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds URLs in running text: with a scheme, `www.` names, bare names with a path, in full-width letters, without
/// blanks between Japanese characters, and in the disguises `hxxp`, `[.]`, `(dot)`.
public final class TextUrls {

    /// @param start first character, inclusive
    /// @param end exclusive
    /// @param url made into a plain URL again
    public record Hit(int start, int end, String url) {}

    /// Names that are taken for public beside the two-letter ones (IANA root zone; those seen in mail).
    private static final Set<String> TOP_LEVEL =
            Set.of(("com net org info biz name pro mobi asia tel jobs coop aero int"
                            + " edu gov mil xyz top site online shop store club live vip icu work fun space tech website cyou cfd sbs"
                            + " buzz rest bond one link click life today world app dev page cloud email support help center zone"
                            + " network systems services agency digital media news blog wiki host press pub tokyo osaka nagoya"
                            + " yokohama kyoto okinawa bank finance money loan credit cash market trade group company team ltd"
                            + " inc global international express delivery men win bid date download racing review stream science"
                            + " party cricket accountant faith monster quest lol mom pics beauty hair skin makeup autos boats"
                            + " homes motorcycles yachts moe ninja rocks run red pink blue black kim ren wang travel plus guru fit"
                            + " art bar cafe city games house land tools security codes best buy sale deals gift gifts ink lat zip mov")
                    .split(" "));

    /// What a URL may hold beside letters and digits (RFC 3986), and what browsers let pass.
    private static final String URL_SIGNS = "-._~:/?#[]@!$&'()*+,;=%\\|^{}";

    private static final String TRAILING = ".,;:!?'\"*`|^\\";

    private static final List<String> DOTS = List.of("[.]", "(.)", "{.}", "[dot]", "(dot)", "{dot}", "[.", ".]", "\\.");

    /// Longest host that is looked at; DNS ends at 253.
    private static final int LONGEST_NAME = 300;

    private final String text;
    private final String folded;
    private final List<Hit> hits = new ArrayList<>();

    private TextUrls(String text) {
        this.text = text;
        this.folded = Folding.fold(text);
    }

    public static List<Hit> in(String text) {
        TextUrls finder = new TextUrls(text);
        finder.find();
        return finder.hits;
    }

    private void find() {
        int at = 0;
        while (at < folded.length()) {
            int end = withScheme(at);
            if (end < 0 && startsName(at)) {
                end = bareName(at);
            }
            at = end < 0 ? at + 1 : end;
        }
    }

    private int withScheme(int at) {
        Scheme scheme = Scheme.at(folded, at);
        if (scheme.end() < 0) {
            return -1;
        }
        boolean wide = folded.charAt(at) != text.charAt(at);
        int end = bodyEnd(scheme.end(), wide);
        return take(at, scheme.end(), end, scheme.name() + "://");
    }

    private boolean startsName(int at) {
        if (!isNameChar(folded.charAt(at))) {
            return false;
        }
        char before = at == 0 ? ' ' : folded.charAt(at - 1);
        return !isNameChar(before) && "@.-_/%=&:\\".indexOf(before) < 0;
    }

    private static boolean isNameChar(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    /// A name without scheme: `www.`, or disguised dots, or a path behind a public-looking name.
    private int bareName(int at) {
        int end = at;
        int lastLabel = at;
        boolean disguised = false;
        int dots = 0;
        while (end < folded.length() && end - at < LONGEST_NAME) {
            char c = folded.charAt(end);
            int dot = dotLength(end);
            if (isNameChar(c) || c == '-' || c == '_') {
                end++;
            } else if (dot > 0 && end + dot < folded.length() && isNameChar(folded.charAt(end + dot))) {
                disguised |= dot > 1;
                end += dot;
                lastLabel = end;
                dots++;
            } else {
                break;
            }
        }
        boolean mail = end < folded.length() && folded.charAt(end) == '@';
        if (dots == 0 || mail || !isPublic(folded.substring(lastLabel, end))) {
            return end;
        }
        boolean www = folded.regionMatches(true, at, "www", 0, 3) && dotLength(at + 3) > 0 && dots > 1;
        boolean path = end + 1 < folded.length() && folded.charAt(end) == '/' && isNameChar(folded.charAt(end + 1));
        return www || disguised || path
                ? take(at, at, bodyEnd(at, text.charAt(at) != folded.charAt(at)), "http://")
                : end;
    }

    private static boolean isPublic(String label) {
        String name = label.toLowerCase(Locale.ROOT);
        boolean letters = name.chars().allMatch(c -> c >= 'a' && c <= 'z');
        return letters && name.length() == 2 || TOP_LEVEL.contains(name) || name.startsWith("xn--");
    }

    private int dotLength(int at) {
        if (at >= folded.length()) {
            return 0;
        }
        for (String dot : DOTS) {
            if (folded.regionMatches(true, at, dot, 0, dot.length())) {
                return dot.length();
            }
        }
        char c = folded.charAt(at);
        boolean ideographic = text.charAt(at) == '。' || text.charAt(at) == '｡';
        return c == '.' || ideographic && joins(at) ? 1 : 0;
    }

    /// Whether an ideographic full stop joins two labels and does not end a sentence before another URL.
    private boolean joins(int at) {
        return at + 1 < folded.length()
                && isNameChar(folded.charAt(at + 1))
                && !folded.regionMatches(true, at + 1, "http", 0, 4)
                && !folded.regionMatches(true, at + 1, "www", 0, 3);
    }

    private int bodyEnd(int start, boolean wide) {
        int at = start;
        boolean inHost = true;
        while (at < folded.length()) {
            char c = folded.charAt(at);
            boolean ideographic = text.charAt(at) == '。' || text.charAt(at) == '｡';
            if (inHost && ideographic ? !joins(at) : !continues(at, start, inHost, wide)) {
                break;
            }
            inHost = inHost && c != '/' && c != '?' && c != '#';
            at++;
        }
        return at;
    }

    private boolean continues(int at, int start, boolean inHost, boolean wide) {
        char c = folded.charAt(at);
        char original = text.charAt(at);
        if (c < 0x80) {
            boolean plain = c == original || isNameChar(c) || c == '.' || wide;
            return plain && (isNameChar(c) || URL_SIGNS.indexOf(c) >= 0);
        }
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Folding.endsUrl(c)) {
            return false;
        }
        return !Folding.isEastAsian(c) || inHost && startsOrContinuesIdn(at, start);
    }

    /// East Asian characters belong to the host only in a label that begins with one.
    private boolean startsOrContinuesIdn(int at, int start) {
        if (at == start || folded.charAt(at - 1) == '.') {
            return true;
        }
        int label = at;
        while (label > start && folded.charAt(label - 1) != '.' && at - label < 64) {
            label--;
        }
        return Folding.isEastAsian(folded.charAt(label));
    }

    private int take(int at, int hostStart, int bodyEnd, String prefix) {
        int end = trimmed(hostStart, bodyEnd);
        String body = refanged(folded.substring(hostStart, end));
        boolean meaning = body.codePoints().anyMatch(Character::isLetterOrDigit);
        if (meaning || body.codePoints().anyMatch(c -> c > 0x7f)) {
            hits.add(new Hit(at, end, prefix + body));
        }
        return Math.max(bodyEnd, at + 1);
    }

    private int trimmed(int start, int bodyEnd) {
        int end = bodyEnd;
        while (end > start) {
            char c = folded.charAt(end - 1);
            boolean loose = TRAILING.indexOf(c) >= 0 || c == ')' && !balanced(start, end, '(', ')');
            loose |= c == ']' && !balanced(start, end, '[', ']') || c == '}' && !balanced(start, end, '{', '}');
            if (!loose && "([{".indexOf(c) < 0) {
                break;
            }
            end--;
        }
        return end;
    }

    /// Looks at the last 2,000 characters only, so that a row of brackets costs no quadratic time.
    private boolean balanced(int start, int end, char open, char close) {
        int depth = 0;
        for (int i = Math.max(start, end - 2_000); i < end; i++) {
            depth += folded.charAt(i) == open ? 1 : folded.charAt(i) == close ? -1 : 0;
        }
        return depth >= 0;
    }

    private static String refanged(String body) {
        int slash = body.indexOf('/');
        String host = slash < 0 ? body : body.substring(0, slash);
        String rest = slash < 0 ? "" : body.substring(slash);
        for (String dot : List.of("[.]", "(.)", "{.}")) {
            host = host.replace(dot, ".");
            rest = rest.replace(dot, ".");
        }
        for (String word : List.of("[dot]", "(dot)", "{dot}", "[DOT]", "(DOT)", "{DOT}")) {
            host = host.replace(word, ".");
        }
        host = host.startsWith("[") && host.indexOf(':') >= 0
                ? host
                : host.replace("[:]", ":").replace("[.", ".").replace(".]", ".");
        return host.replace("\\.", ".") + rest;
    }
}
