package gyotaku.parse.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import gyotaku.model.Truncated;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileHtmlTest {

    enum Attack {
        NESTED_DIV(() -> "<div>".repeat(300_000)),
        NESTED_BOLD(() -> "<b>".repeat(100_000) + "<p>x".repeat(1_000)),
        NESTED_TABLE(() -> "<table>".repeat(100_000)),
        OPEN_ANCHORS(() -> "<a href=https://e.example/>x".repeat(50_000)),
        ATTRIBUTES(() -> {
            StringBuilder html = new StringBuilder("<a ");
            IntStream.range(0, 100_000).forEach(i -> html.append("a").append(i).append("=1 "));
            return html.append("href=https://e.example/>x</a>").toString();
        }),
        LINKS(() -> {
            StringBuilder html = new StringBuilder();
            IntStream.range(0, 100_000)
                    .forEach(i -> html.append("<a href=//x>l").append(i).append("</a>"));
            return html.toString();
        }),
        LONG_URL(() -> "<a href=https://e.example/" + "a".repeat(1 << 20) + ">x</a>"),
        LONG_TEXT_URL(() -> "https://e.example/" + "a".repeat(1 << 20)),
        MEDIA(() -> "<style>" + "@media screen{".repeat(5_000) + "</style>x"),
        CONDITIONAL_MEDIA(() -> "<style>" + "@media (a){".repeat(5_000) + "</style>x"),
        OPEN_COMMENTS(() -> "<style>" + "/*".repeat(200_000) + "</style>" + "<!--".repeat(100_000)),
        RULES(() ->
                "<style>" + ".a,.b,#c{color:red}".repeat(50_000) + "</style>" + "<p class='a b' id=c>x".repeat(9_000)),
        CLASSES(() -> "<p class='" + "a ".repeat(100_000) + "'>x"),
        DOTS(() -> "a.".repeat(500_000)),
        WWW(() -> "www.".repeat(300_000)),
        SCHEMES(() -> "http://".repeat(150_000)),
        PUNCTUATION(() -> "https://e.example/" + ")".repeat(500_000)),
        BRACKETS(() -> "h".repeat(100_000) + "[.]".repeat(200_000)),
        JAPANESE(() -> "https://日".repeat(100_000)),
        IDN(() -> "https://" + "日本".repeat(100_000) + ".jp/"),
        AT_SIGNS(() -> "<a href='https://" + "@".repeat(1 << 20) + "e.example'>x</a>"),
        URLS_IN_CSS(() -> "<style>" + "url(".repeat(200_000) + "</style>"),
        SOURCE_SET(() -> "<img srcset='" + "https://e.example/ 1x,".repeat(50_000) + "'>"),
        ENTITIES(() -> "&amp;".repeat(300_000)),
        FOREIGN(() -> "<svg><foreignObject><math><annotation-xml>".repeat(20_000));

        private final Supplier<String> html;

        Attack(Supplier<String> html) {
            this.html = html;
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsQuickly(Attack attack) {
        String html = attack.html.get();
        for (String type : List.of("text/html", "text/plain")) {
            LinkReading reading = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Page.read(type, html));
            assertThat(reading.links()).hasSizeLessThanOrEqualTo(1_000);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"LINKS", "LONG_URL", "NESTED_BOLD"})
    void whatIsLeftOutIsSaid(Attack attack) {
        assertThat(Page.html(attack.html.get()).truncated())
                .extracting(Truncated::limit)
                .containsAnyOf("links", "linkBytes", "htmlNodes");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyMixtureIsRead(long seed) {
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "<a href='",
                "'>",
                "</a>",
                "<",
                ">",
                "&#",
                "&amp;",
                "url(",
                "<style>",
                "</style>",
                "{",
                "}",
                "/*",
                "@media ",
                "https://",
                "e.example",
                "/",
                "。",
                "[.]",
                "日本",
                "\0",
                "\uD83D",
                "<table>",
                "<svg>",
                "<b style='",
                "color:#",
                "font-size:",
                "0",
                "px;",
                "display:none",
                "<!--",
                "-->",
                "<li>",
                "<pre>",
                "\n",
                "%",
                "@",
                ":",
                "<base href=");
        for (int round = 0; round < 300; round++) {
            StringBuilder html = new StringBuilder();
            for (int i = random.nextInt(60); i > 0; i--) {
                html.append(pieces.get(random.nextInt(pieces.size())));
            }
            LinkReading reading = Page.html(html.toString());
            assertThat(reading.body().hidden()).hasSizeLessThanOrEqualTo(50);
            assertThat(Page.plain(html.toString()).links()).hasSizeLessThanOrEqualTo(1_000);
        }
    }
}
