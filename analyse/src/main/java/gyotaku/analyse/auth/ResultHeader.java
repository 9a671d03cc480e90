package gyotaku.analyse.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads Authentication-Results (RFC 8601 section 2.2) as real servers write it: Microsoft leaves out the authserv-id,
/// others the semicolons' spaces. Received-SPF (RFC 7208 section 9.1) is brought into the same form.
///
/// @param by the authserv-id, or empty
record ResultHeader(String by, List<Statement> statements) {

    /// Against a header that states thousands of results.
    private static final int MOST_STATEMENTS = 30;
    /// Against endless headers: the part of it that is read.
    private static final int MOST_CHARACTERS = 8 << 10;

    ResultHeader {
        statements = List.copyOf(statements);
    }

    /// @param domain the property that names whom the result is about, or empty
    record Statement(String method, String result, String domain) {}

    static ResultHeader authenticationResults(String body) {
        List<String> segments = segments(body);
        String first = segments.isEmpty() ? "" : segments.getFirst();
        boolean named = !firstWord(first).isEmpty() && firstWord(first).indexOf('=') < 0;
        List<String> results = named ? segments.subList(1, segments.size()) : segments;
        return new ResultHeader(named ? firstWord(first).toLowerCase(Locale.ROOT) : "", statements(results));
    }

    /// `i=1; authserv-id; …` (RFC 8617 section 4.1.1).
    static ResultHeader arc(String body) {
        int semicolon = body.indexOf(';');
        return authenticationResults(semicolon < 0 ? body : body.substring(semicolon + 1));
    }

    static ResultHeader receivedSpf(String body) {
        List<String> words = words(withoutComments(cut(body)).replace(';', ' '));
        if (words.isEmpty()) {
            return new ResultHeader("", List.of());
        }
        String result = words.getFirst().toLowerCase(Locale.ROOT);
        String domain = value(words, "envelope-from");
        String helo = value(words, "helo");
        return new ResultHeader(
                value(words, "receiver").toLowerCase(Locale.ROOT),
                List.of(new Statement("spf", result, domainOf(domain.isEmpty() ? helo : domain))));
    }

    private static List<Statement> statements(List<String> segments) {
        List<Statement> statements = new ArrayList<>();
        for (String segment : segments) {
            List<String> words = words(segment);
            int equals = words.isEmpty() ? -1 : words.getFirst().indexOf('=');
            if (equals > 0 && statements.size() < MOST_STATEMENTS) {
                String method = method(words.getFirst().substring(0, equals));
                String result = words.getFirst().substring(equals + 1).toLowerCase(Locale.ROOT);
                statements.add(new Statement(method, result, property(method, words)));
            }
        }
        return statements;
    }

    /// `spf/1` is `spf`.
    private static String method(String written) {
        int slash = written.indexOf('/');
        return (slash < 0 ? written : written.substring(0, slash)).toLowerCase(Locale.ROOT);
    }

    private static String property(String method, List<String> words) {
        List<String> names = switch (method) {
            case "spf" -> List.of("smtp.mailfrom", "smtp.mail", "smtp.helo", "envelope-from");
            case "dkim" -> List.of("header.d", "header.i");
            case "dmarc" -> List.of("header.from");
            default -> List.<String>of();
        };
        return names.stream()
                .map(name -> value(words, name))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .map(ResultHeader::domainOf)
                .orElse("");
    }

    private static String value(List<String> words, String name) {
        return words.stream()
                .filter(word -> word.regionMatches(true, 0, name + "=", 0, name.length() + 1))
                .findFirst()
                .map(word -> word.substring(name.length() + 1))
                .orElse("");
    }

    private static String domainOf(String value) {
        String bare = value.replace("\"", "").replace("<", "").replace(">", "");
        String domain = bare.substring(bare.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    }

    private static String firstWord(String segment) {
        List<String> words = words(segment);
        return words.isEmpty() ? "" : words.getFirst();
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+")).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// What semicolons part, without comments.
    private static List<String> segments(String body) {
        return List.of(withoutComments(cut(body)).split(";")).stream()
                .map(String::strip)
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    private static String cut(String body) {
        return body.length() > MOST_CHARACTERS ? body.substring(0, MOST_CHARACTERS) : body;
    }

    /// Comments nest (RFC 5322 section 3.2.2); an unclosed one reaches to the end.
    private static String withoutComments(String body) {
        StringBuilder out = new StringBuilder(body.length());
        int depth = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '(') {
                depth++;
                out.append(' ');
            } else if (c == ')') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
