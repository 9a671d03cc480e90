package gyotaku.parse.link;

import gyotaku.model.WebUrl;
import gyotaku.parse.url.Percent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The ways in which rewriting services write the URL that they stand around.
final class Encodings {

    private Encodings() {}

    static Optional<String> parameter(String query, String name) {
        int at = 0;
        while (at <= query.length()) {
            int end = query.indexOf('&', at);
            end = end < 0 ? query.length() : end;
            int equals = query.indexOf('=', at);
            if (equals >= at && equals < end && query.substring(at, equals).equalsIgnoreCase(name)) {
                return nonEmpty(decoded(query.substring(equals + 1, end).replace('+', ' ')));
            }
            at = end + (query.startsWith("&amp;", end) ? 5 : 1);
        }
        return Optional.empty();
    }

    static String decoded(String text) {
        return Percent.decode(text);
    }

    private static Optional<String> nonEmpty(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    static Optional<String> base64(String text) {
        String urlSafe = text.strip()
                .replace('+', '-')
                .replace('/', '_')
                .replace(' ', '-')
                .replace("=", "");
        try {
            return nonEmpty(new String(Base64.getUrlDecoder().decode(urlSafe), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// `/amp/s/host/path` (`s` for https), `/v2/___https://host/path___.token`, `/token/https%3A%2F%2Fhost`.
    static Optional<String> inPath(WebUrl url, String prefix) {
        String rest = url.path().substring(prefix.length());
        String query = url.query().isEmpty() ? "" : "?" + url.query();
        if (prefix.equals("/amp/")) {
            return nonEmpty(rest.startsWith("s/") ? "https://" + rest.substring(2) + query : "http://" + rest + query);
        }
        if (rest.startsWith("___")) {
            int close = rest.indexOf("___", 3);
            return close < 0 ? Optional.empty() : nonEmpty(decoded(rest.substring(3, close)));
        }
        for (String segment : rest.split("/", 20)) {
            if (segment.toLowerCase(Locale.ROOT).startsWith("http%3a")
                    || segment.toLowerCase(Locale.ROOT).startsWith("https%3a")
                    || segment.toLowerCase(Locale.ROOT).startsWith("https:%2f")
                    || segment.toLowerCase(Locale.ROOT).startsWith("http:%2f")) {
                return nonEmpty(decoded(segment));
            }
        }
        return Optional.empty();
    }

    /// `/…/*http://host/path` or `/…/*-http%3A//…` of the Yahoo services.
    static Optional<String> afterStar(WebUrl url) {
        String whole = url.path() + (url.query().isEmpty() ? "" : "?" + url.query());
        String rest = whole.substring(whole.indexOf('*') + 1);
        String target = rest.startsWith("-") ? rest.substring(1) : rest;
        boolean plain = target.startsWith("http://") || target.startsWith("https://");
        return whole.indexOf('*') < 0 ? Optional.empty() : nonEmpty(plain ? target : decoded(target));
    }

    /// `/…/RU=<percent-encoded>/RK=…`.
    static Optional<String> yahooSearch(WebUrl url) {
        int at = url.path().indexOf("/RU=");
        if (at < 0) {
            return Optional.empty();
        }
        int end = url.path().indexOf('/', at + 4);
        return nonEmpty(
                decoded(url.path().substring(at + 4, end < 0 ? url.path().length() : end)));
    }

    /// `-` stands for `%`, `_` for `/`.
    static String defenseV2(String value) {
        return decoded(value.replace('-', '%').replace('_', '/'));
    }

    /// `/v3/__<url>__;<base64 of the replaced characters>!…`: in the URL `*` stands for one of them, `**A` for two,
    /// `**B` for three and so on, by the order of the base64url alphabet.
    static Optional<String> defenseV3(WebUrl url) {
        String whole = url.path() + (url.query().isEmpty() ? "" : "?" + url.query());
        int close = whole.lastIndexOf("__;");
        if (close < 6) {
            return Optional.empty();
        }
        String target = restoredSlashes(whole.substring(6, close));
        int end = whole.indexOf('!', close);
        String replaced = base64(whole.substring(close + 3, end < 0 ? whole.length() : end))
                .orElse("");
        return nonEmpty(filled(target, replaced.codePoints().toArray()));
    }

    /// Some programs and servers fold the `//` behind the scheme into one.
    private static String restoredSlashes(String target) {
        int colon = target.indexOf(":/");
        boolean folded = colon > 0 && !target.startsWith("//", colon + 1);
        return folded ? target.substring(0, colon) + "://" + target.substring(colon + 2) : target;
    }

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static String filled(String target, int[] replaced) {
        StringBuilder out = new StringBuilder(target.length());
        int next = 0;
        for (int i = 0; i < target.length(); i++) {
            if (target.charAt(i) != '*') {
                out.append(target.charAt(i));
                continue;
            }
            boolean run = target.startsWith("**", i) && i + 2 < target.length();
            int length = run ? ALPHABET.indexOf(target.charAt(i + 2)) + 2 : 1;
            length = run && length < 2 ? 1 : length;
            for (int n = 0; n < length && next < replaced.length; n++) {
                out.appendCodePoint(replaced[next++]);
            }
            i += length > 1 ? 2 : 0;
        }
        return out.toString();
    }

    /// `www-example-co-jp.translate.goog`: `-` for `.`, `--` for `-`; `_x_tr_sch=http` when it was no https.
    static Optional<String> translated(WebUrl url) {
        String label = url.host().substring(0, Math.max(0, url.host().length() - ".translate.goog".length()));
        Optional<String> original = parameter(url.query(), "_x_tr_hp");
        String name = original.orElse("")
                + label.replace("--", "\0").replace('-', '.').replace('\0', '-');
        String scheme =
                parameter(url.query(), "_x_tr_sch").filter("http"::equals).orElse("https");
        String query = Arrays.stream(url.query().split("&", 200))
                .filter(pair -> !pair.startsWith("_x_tr_") && !pair.isEmpty())
                .collect(Collectors.joining("&"));
        return label.isEmpty()
                ? Optional.empty()
                : Optional.of(scheme + "://" + name + url.path() + (query.isEmpty() ? "" : "?" + query));
    }
}
