package gyotaku.parse.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import gyotaku.model.WebUrl;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A service that puts its own URL around another one: an entry of `wrappers.yaml`.
///
/// @param hosts the name itself or anything below it; `google.*` for any ending
/// @param path what the path begins with
/// @param parameters the first that is there holds the target
/// @param source where the form was published
/// @param checked when somebody last looked
record Wrapper(
        String name,
        List<String> hosts,
        String path,
        List<String> parameters,
        Decoding decoding,
        String source,
        LocalDate checked) {

    /// How the target is held.
    enum Decoding {
        @JsonProperty("parameter")
        PARAMETER,
        @JsonProperty("base64-parameter")
        BASE64_PARAMETER,
        @JsonProperty("bing")
        BING,
        @JsonProperty("path")
        PATH,
        @JsonProperty("star")
        STAR,
        @JsonProperty("defense-v2")
        DEFENSE_V2,
        @JsonProperty("defense-v3")
        DEFENSE_V3,
        @JsonProperty("translate-host")
        TRANSLATE_HOST,
        @JsonProperty("yahoo-search")
        YAHOO_SEARCH
    }

    boolean isAround(WebUrl url) {
        return url.path().toLowerCase(Locale.ROOT).startsWith(path.toLowerCase(Locale.ROOT))
                && hosts.stream().anyMatch(host -> holds(host, url.host()));
    }

    private static boolean holds(String pattern, String host) {
        if (!pattern.endsWith(".*")) {
            return host.equals(pattern) || host.endsWith("." + pattern);
        }
        String name = pattern.substring(0, pattern.length() - 1);
        int at = host.startsWith(name) ? 0 : host.lastIndexOf("." + name) + 1;
        return (at > 0 || host.startsWith(name)) && isEnding(host.substring(at + name.length()));
    }

    /// `com`, `jp`, `co.jp`, `com.br`.
    private static boolean isEnding(String ending) {
        int dot = ending.indexOf('.');
        return dot < 0
                ? ending.length() == 2 || ending.equals("com")
                : ending.length() - dot == 3 && (ending.startsWith("co.") || ending.startsWith("com."));
    }

    /// The URL inside, as text.
    Optional<String> target(WebUrl url) {
        return switch (decoding) {
            case PARAMETER -> parameter(url);
            case BASE64_PARAMETER -> parameter(url).flatMap(Encodings::base64);
            case BING ->
                parameter(url)
                        .filter(value -> value.startsWith("a1"))
                        .flatMap(value -> Encodings.base64(value.substring(2)));
            case PATH -> Encodings.inPath(url, path);
            case STAR -> Encodings.afterStar(url);
            case DEFENSE_V2 -> parameter(url).map(Encodings::defenseV2);
            case DEFENSE_V3 -> Encodings.defenseV3(url);
            case TRANSLATE_HOST -> Encodings.translated(url);
            case YAHOO_SEARCH -> Encodings.yahooSearch(url);
        };
    }

    private Optional<String> parameter(WebUrl url) {
        return parameters.stream()
                .flatMap(name -> Encodings.parameter(url.query(), name).stream())
                .findFirst();
    }
}
