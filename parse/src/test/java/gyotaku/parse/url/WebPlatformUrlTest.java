package gyotaku.parse.url;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The tables of the web platform tests and of the Rust URL library.
class WebPlatformUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url/wpt-ada/urltestdata.json",
                "url/wpt-ada/urltestdata-javascript-only.json",
                "url/wpt-ada/ada_extra_urltestdata.json",
                "url/wpt-ada/ada_long_urltestdata.json"
            })
    void everyCaseIsReadAsTheStandardSays(String file) {
        assertThat(wrong(file)).isEmpty();
    }

    /// What was serialised once is only taken apart, and comes to the same.
    @ParameterizedTest
    @ValueSource(strings = {"url/wpt-ada/urltestdata.json", "url/rust-url/url/tests/urltestdata.json"})
    void whatIsSerialisedIsTakenApartAlike(String file) {
        List<WebUrl> web = new ArrayList<>();
        for (JsonNode row : Suite.cases(file)) {
            UrlParser.parse(text(row, "href"), Optional.empty())
                    .filter(WebUrl::isWeb)
                    .filter(url -> url.host().matches("[a-z0-9._~:\\[\\]-]{1,253}"))
                    .ifPresent(web::add);
        }
        assertThat(web)
                .hasSizeGreaterThan(100)
                .allSatisfy(url -> assertThat(WebUrl.ofSerialised(url.href())).contains(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://",
                "https:///a",
                "https://@/",
                "https://a b/",
                "https://<b>/",
                "HTTPS://a/",
                "a://b/"
            })
    void whatIsNoWebAddressIsNotTakenApart(String text) {
        assertThat(WebUrl.ofSerialised(text)).isEmpty();
    }

    /// The Rust table is older: since then the standard lets ASCII names with invalid Punycode pass, and the newer
    /// table expects so for the very same inputs.
    private static final List<String> STANDARD_CHANGED = List.of("xn--pokxncvks", "://xn--/");

    @Test
    void theRustTableToo() {
        assertThat(wrong("url/rust-url/url/tests/urltestdata.json"))
                .filteredOn(line -> STANDARD_CHANGED.stream().noneMatch(line.toLowerCase(Locale.ROOT)::contains))
                .isEmpty();
    }

    private static List<String> wrong(String file) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode row : Suite.cases(file)) {
            String expected = expected(row);
            String actual = actual(row);
            if (!expected.equals(actual)) {
                wrong.add(row.get("input") + " on " + row.get("base") + " gives " + actual + ", not " + expected);
            }
        }
        return wrong;
    }

    private static String actual(JsonNode row) {
        Optional<WebUrl> base = Optional.empty();
        if (row.hasNonNull("base")) {
            base = UrlParser.parse(row.get("base").asString(), Optional.empty());
            if (base.isEmpty()) {
                return "refused";
            }
        }
        return UrlParser.parse(row.get("input").asString(), base)
                .map(url -> described(row, url))
                .orElse("refused");
    }

    private static String described(JsonNode row, WebUrl url) {
        String port = url.port() < 0 ? "" : Integer.toString(url.port());
        StringBuilder out = new StringBuilder();
        out.append(row.has("href") ? url.href() : "").append(" | ").append(url.scheme());
        out.append(" | ").append(url.userInfo()).append(" | ").append(row.has("hostname") ? url.host() : "");
        out.append(" | ").append(port).append(" | ").append(url.path()).append(" | ");
        out.append(url.query()).append(" | ").append(url.fragment());
        return out.toString();
    }

    private static String expected(JsonNode row) {
        if (row.has("failure")) {
            return "refused";
        }
        String password = text(row, "password");
        StringBuilder out = new StringBuilder();
        out.append(text(row, "href")).append(" | ").append(text(row, "protocol").replace(":", ""));
        out.append(" | ").append(text(row, "username")).append(password.isEmpty() ? "" : ":" + password);
        out.append(" | ").append(text(row, "hostname"));
        out.append(" | ").append(text(row, "port")).append(" | ").append(text(row, "pathname"));
        out.append(" | ").append(text(row, "search").replaceFirst("^\\?", ""));
        return out.append(" | ")
                .append(text(row, "hash").replaceFirst("^#", ""))
                .toString();
    }

    private static String text(JsonNode row, String field) {
        return row.has(field) ? row.get(field).asString() : "";
    }
}
