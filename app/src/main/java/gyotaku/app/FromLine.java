package gyotaku.app;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The line that begins a message in an mbox: `From `, who sent it, and when in the form of asctime (RFC 4155 appendix
/// A). Netscape and its heirs write `-` for the sender, some leave out the date; Google puts the zone before the year.
/// A sentence of the body that begins with "From " is none of these.
enum FromLine {
    /// With a sender and a date: nothing else looks like it.
    DATED,
    /// `From -`.
    NETSCAPE,
    /// With one address and nothing more.
    ADDRESS,
    NONE;

    private static final int LONGEST = 1_000;
    private static final Set<String> DAYS = Set.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final Set<String> MONTHS =
            Set.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    /// What a line is.
    static FromLine of(byte[] line) {
        if (line.length > LONGEST) {
            return NONE;
        }
        String text = new String(line, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("From ")) {
            return NONE;
        }
        List<String> words = words(text.substring(5));
        if (words.size() == 1) {
            return bare(words.getFirst());
        }
        return IntStream.range(1, words.size()).anyMatch(i -> isDate(words.subList(i, words.size()))) ? DATED : NONE;
    }

    private static List<String> words(String text) {
        StringTokenizer words = new StringTokenizer(text, " \t\r\n");
        return Stream.generate(words::nextToken).limit(words.countTokens()).toList();
    }

    private static FromLine bare(String word) {
        if (word.equals("-")) {
            return NETSCAPE;
        }
        return word.indexOf('@') > 0 ? ADDRESS : NONE;
    }

    private static boolean isDate(List<String> words) {
        String day = words.getFirst().endsWith(",")
                ? words.getFirst().substring(0, words.getFirst().length() - 1)
                : words.getFirst();
        Set<String> rest = words.stream().skip(1).limit(6).collect(Collectors.toSet());
        return DAYS.contains(day)
                && rest.stream().anyMatch(MONTHS::contains)
                && rest.stream().anyMatch(FromLine::isTime)
                && rest.stream().anyMatch(FromLine::isYear);
    }

    private static boolean isTime(String word) {
        return word.length() >= 4
                && word.indexOf(':') > 0
                && word.chars().allMatch(c -> c >= '0' && c <= '9' || c == ':');
    }

    private static boolean isYear(String word) {
        return word.length() == 4 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
