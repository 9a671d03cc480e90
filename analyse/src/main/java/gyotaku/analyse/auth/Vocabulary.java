package gyotaku.analyse.auth;

import gyotaku.analyse.auth.ResultLexer.Word;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of the methods: which results exist, which property names whom a result is about, what else is
/// worth telling.
final class Vocabulary {

    /// RFC 8601 section 2.7, RFC 7489, RFC 8617, the BIMI draft, and what Microsoft writes about `compauth`.
    private static final Map<String, Set<String>> RESULTS = Map.of(
            "spf", Set.of("none", "pass", "fail", "softfail", "policy", "neutral", "temperror", "permerror"),
            "dkim", Set.of("none", "pass", "fail", "policy", "neutral", "temperror", "permerror"),
            "dmarc", Set.of("none", "pass", "fail", "temperror", "permerror"),
            "arc", Set.of("none", "pass", "fail"),
            "bimi", Set.of("none", "pass", "fail", "temperror", "declined", "skipped"),
            "compauth", Set.of("none", "pass", "softpass", "fail"));
    private static final Map<String, List<String>> DOMAINS = Map.of(
            "spf", List.of("smtp.mailfrom", "smtp.mail", "smtp.mfrom", "envelope-from", "smtp.helo", "helo"),
            "dkim", List.of("header.d", "header.i"),
            "dmarc", List.of("header.from"),
            "bimi", List.of("header.d"));
    private static final Set<String> OTHERS =
            Set.of("auth", "iprev", "domainkeys", "dkim-adsp", "dkim-atps", "sender-id");
    private static final String SENDER_IP = "sender ip is ";

    private Vocabulary() {}

    /// Those that are kept. Sender ID, DomainKeys and ADSP are historic and prove nothing about a mail of
    /// today.
    static boolean isKept(String method) {
        return RESULTS.containsKey(method);
    }

    /// Whether that name begins an entry even where the semicolon before it is missing.
    static boolean isMethod(String name) {
        return isKept(name) || OTHERS.contains(name);
    }

    static boolean isResult(String method, String result) {
        return !isKept(method) || RESULTS.getOrDefault(method, Set.of()).contains(result);
    }

    static String domain(String method, List<Word> words) {
        return DOMAINS.getOrDefault(method, List.of()).stream()
                .map(name -> value(words, name))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(Vocabulary::domainOf)
                .orElse("");
    }

    /// The selector, the policy, the reason code, the sending address.
    static String detail(String method, List<Word> words, List<String> comments) {
        return switch (method) {
            case "spf" -> address(words, comments);
            case "dkim" -> prefixed("s=", value(words, "header.s"));
            case "dmarc" -> policy(words, comments);
            case "compauth" -> prefixed("reason=", value(words, "reason"));
            default -> "";
        };
    }

    /// Microsoft's `(sender IP is 203.0.113.5)`, or a property of the same meaning.
    private static String address(List<Word> words, List<String> comments) {
        return Stream.concat(
                        comments.stream()
                                .filter(it -> it.regionMatches(true, 0, SENDER_IP, 0, SENDER_IP.length()))
                                .map(it -> it.substring(SENDER_IP.length()).split("[ ;]", 2)[0]),
                        Stream.of("client-ip", "smtp.client-ip", "smtp.remote-ip")
                                .map(name -> value(words, name)))
                .filter(Vocabulary::isAddress)
                .findFirst()
                .orElse("");
    }

    private static boolean isAddress(String value) {
        return value.length() > 1
                && value.chars().allMatch(c -> Character.digit(c, 16) >= 0 || c == '.' || c == ':')
                && (value.indexOf('.') > 0 || value.indexOf(':') >= 0);
    }

    /// `p=REJECT dis=NONE` out of a comment, and Microsoft's `action=`.
    private static String policy(List<Word> words, List<String> comments) {
        Stream<String> commented = comments.stream()
                .flatMap(it -> Stream.of(it.split("[ ,;]+")))
                .filter(it -> it.startsWith("p=") || it.startsWith("dis=") || it.startsWith("policy="));
        Stream<String> action = Stream.of(prefixed("action=", value(words, "action")));
        return Stream.concat(commented, action).filter(it -> !it.isEmpty()).collect(Collectors.joining(" "));
    }

    private static String prefixed(String prefix, String value) {
        return value.isEmpty() ? "" : prefix + value;
    }

    static String value(List<Word> words, String name) {
        return words.stream()
                .filter(word -> word.pair() && word.name().equalsIgnoreCase(name))
                .findFirst()
                .map(Word::value)
                .orElse("");
    }

    private static String domainOf(String value) {
        String bare = value.replace("<", "").replace(">", "");
        String domain = bare.substring(bare.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    }
}
