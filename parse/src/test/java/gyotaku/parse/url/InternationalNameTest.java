package gyotaku.parse.url;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class InternationalNameTest {

    /// The table is of an older Unicode version, in which this character was not yet assigned.
    private static final int ASSIGNED_SINCE = 0x3e8ac;

    @ParameterizedTest
    @ValueSource(strings = {"url/wpt-ada/toascii.json", "url/wpt-ada/IdnaTestV2.json"})
    void namesBecomeWhatABrowserAsksTheDnsFor(String file) {
        List<String> wrong = new ArrayList<>();
        for (JsonNode row : Suite.cases(file)) {
            String name = row.get("input").asString();
            if (name.isEmpty() || name.codePointAt(0) == ASSIGNED_SINCE) {
                continue;
            }
            String expected =
                    row.get("output").isNull() ? "refused" : row.get("output").asString();
            String actual = host("https://" + encoded(name) + "/x");
            if (!expected.equals(actual)) {
                wrong.add(row.get("input") + " gives " + actual + ", not " + expected + " " + row.path("comment"));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String encoded(String name) {
        StringBuilder out = new StringBuilder();
        name.codePoints().forEach(c -> {
            if (c > ' ' && "/?#\\@:[]%<>".indexOf(c) < 0) {
                out.appendCodePoint(c);
            } else {
                out.append("%%%02X".formatted(c));
            }
        });
        return out.toString();
    }

    private static String host(String url) {
        return UrlParser.parse(url, Optional.empty()).map(WebUrl::host).orElse("refused");
    }
}
