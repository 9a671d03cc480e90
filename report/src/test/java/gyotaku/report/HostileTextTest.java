package gyotaku.report;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Lang;
import gyotaku.testkit.Suites;
import gyotaku.testkit.TestSuffixes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever a sender writes, the pages hold only our own tags and attributes, and nothing that acts.
class HostileTextTest {

    private static final Set<String> TAGS = Set.of(
            "html",
            "img",
            "figcaption",
            "head",
            "meta",
            "title",
            "style",
            "body",
            "main",
            "header",
            "svg",
            "path",
            "circle",
            "rect",
            "text",
            "desc",
            "span",
            "b",
            "h1",
            "h2",
            "h3",
            "p",
            "section",
            "nav",
            "ol",
            "ul",
            "li",
            "a",
            "footer",
            "code",
            "bdi",
            "strong",
            "sup",
            "table",
            "tbody",
            "thead",
            "tr",
            "th",
            "td",
            "caption",
            "div",
            "small",
            "figure",
            "dl",
            "dt",
            "dd",
            "!doctype");

    private static final Set<String> ATTRIBUTES = Set.of(
            "lang",
            "src",
            "alt",
            "charset",
            "name",
            "content",
            "http-equiv",
            "viewbox",
            "aria-hidden",
            "aria-label",
            "aria-labelledby",
            "class",
            "d",
            "cx",
            "cy",
            "r",
            "id",
            "href",
            "dir",
            "scope",
            "data-head",
            "role",
            "x",
            "y",
            "text-anchor",
            "width",
            "height",
            "rx",
            "html");

    private static final List<String> OWN = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "'-alert(1)-'",
            "javascript:alert(1)",
            "</style><script>x</script>",
            "</title><svg onload=alert(1)>",
            "<!--",
            "]]>",
            "&lt;script&gt;",
            "\u202e\u2066gpj.exe\u2069",
            "\u001b[31mred\u001b[0m",
            "{0}{1}{9}",
            "=cmd|' /C calc'!A0",
            "\ud800",
            "\u0000\u0008\u007f",
            "<a href=\"https://branchiish.aadkqlc.cn/\">x</a>");

    private final Report report = new Report(new TestSuffixes());

    @Test
    void ownPayloadsInEveryField() {
        OWN.forEach(this::check);
    }

    private static Path suite(String name) {
        return Suites.file("html/" + name);
    }

    @Test
    void payloadsOfTheSuitesInEveryField() throws IOException {
        List<String> payloads = new ArrayList<>();
        for (JsonNode entry : JsonMapper.shared().readTree(Files.readString(suite("dompurify/expect.json")))) {
            payloads.add(entry.path("payload").asString());
        }
        payloads.addAll(Files.readAllLines(suite("h5sc/vectors.txt")));
        payloads.addAll(Files.readAllLines(suite("xss-payloads/xss-payload-list.txt")));
        assertThat(payloads).hasSizeGreaterThan(1000);
        int together = 40;
        for (int i = 0; i < payloads.size(); i += together) {
            check(String.join(" ", payloads.subList(i, Math.min(payloads.size(), i + together))));
        }
    }

    private void check(String payload) {
        files(payload, report.files(SampleCase.with(value -> value + payload), List.of(Lang.JA, Lang.EN)));
        files(payload, report.files(SamplePages.hostile(value -> value + payload), List.of(Lang.JA, Lang.EN)));
        files(payload, report.files(SamplePages.hostile(_ -> payload), List.of(Lang.JA, Lang.EN)));
    }

    private static void files(String payload, Map<String, byte[]> files) {
        files.forEach((name, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (name.endsWith(".html")) {
                page(name + " with " + payload, text);
            } else if (name.endsWith(".json")) {
                assertThat(JsonMapper.shared().readTree(text)).isNotNull();
            } else {
                assertThat(text.lines().skip(1)).noneMatch(line -> "=+-@".indexOf(line.charAt(0)) >= 0);
            }
        });
    }

    private static void page(String what, String page) {
        int style = page.indexOf("<style>");
        String rest = page.substring(0, style) + page.substring(page.indexOf("</style>"));
        assertThat(page.indexOf("<style>", style + 1)).as(what).isNegative();
        for (int open = rest.indexOf('<'); open >= 0; open = rest.indexOf('<', open + 1)) {
            int close = rest.indexOf('>', open);
            assertThat(close).as(what).isPositive();
            tag(what, rest.substring(open + 1, close));
        }
        assertThat(rest.toLowerCase(Locale.ROOT)).as(what).doesNotContain("javascript:", "<script", "url(", "onerror=");
        assertThat(rest.codePoints().noneMatch(c -> c == 0x202e || c == 0x2066 || c == 0x1b || c == 0))
                .as(what)
                .isTrue();
    }

    private static void tag(String what, String tag) {
        String name = tag.split("[ /]", 2)[0].isEmpty() ? tag.substring(1) : tag.split(" ", 2)[0];
        assertThat(TAGS).as(what).contains(name);
        int at = name.length();
        while (at < tag.length() && !tag.startsWith("/") && tag.indexOf('=', at) > 0) {
            int equals = tag.indexOf('=', at);
            assertThat(ATTRIBUTES)
                    .as(what)
                    .contains(tag.substring(at, equals).strip().toLowerCase(Locale.ROOT));
            assertThat(tag.charAt(equals + 1)).as(what).isEqualTo('"');
            int end = tag.indexOf('"', equals + 2);
            assertThat(end).as(what).isPositive();
            if (tag.substring(at, equals).strip().equals("src")) {
                assertThat(tag.substring(equals + 2, end)).as(what).matches("data:image/png;base64,[A-Za-z0-9+/]*=*");
            }
            if (tag.substring(at, equals).strip().equals("href")) {
                assertThat(tag.charAt(equals + 2)).as(what).isEqualTo('#');
            }
            at = end + 1;
        }
    }
}
