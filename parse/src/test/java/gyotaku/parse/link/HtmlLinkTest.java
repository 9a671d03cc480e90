package gyotaku.parse.link;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Defect;
import gyotaku.model.mail.Link;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlLinkTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <a href="https://e.example/x">ログイン <b>する</b></a>                    | ANCHOR ログイン する -> https://e.example/x
            <a href=https://e.example/x><img src=cid:1 alt="ANA"></a>                 | ANCHOR ANA -> https://e.example/x
            <a href='https://e.example/1' href='https://e.example/2'>a</a>            | ANCHOR a -> https://e.example/1
            <a href="&#104;ttps://e.example/?a=1&amp;b=2">a</a>                       | ANCHOR a -> https://e.example/?a=1&b=2
            <a href="ht&#9;tps://e.example/">a</a>                                    | ANCHOR a -> https://e.example/
            <a href=" https://e.example/ ">a</a>                                      | ANCHOR a -> https://e.example/
            <a href="javascript:alert(1)">a</a>                                       | ANCHOR a -> javascript:alert(1)
            <a href="mailto:a@e.example">a</a>                                        | ANCHOR a -> mailto:a@e.example
            <a href="tel:0312345678">a</a>                                            | ANCHOR a -> tel:0312345678
            <map><area href="https://e.example/m" alt="地図"></map>                   | AREA 地図 -> https://e.example/m
            <form action="https://e.example/f"></form>                                | FORM  -> https://e.example/f
            <button formaction="https://e.example/f">x</button>                       | FORM  -> https://e.example/f
            <iframe src="https://e.example/f"></iframe>                               | FRAME  -> https://e.example/f
            <meta http-equiv=Refresh content="0; URL='https://e.example/r'">          | META_REFRESH  -> https://e.example/r
            <meta http-equiv=refresh content="0,https://e.example/r">                 | META_REFRESH  -> https://e.example/r
            <img src="//e.example/p.png">                                             | IMAGE  -> https://e.example/p.png
            <img src="https://e.example/p.png">                                       | IMAGE  -> https://e.example/p.png
            <input type=image src="https://e.example/p.png">                          | IMAGE  -> https://e.example/p.png
            <table background="https://e.example/p.png"></table>                      | IMAGE  -> https://e.example/p.png
            <link rel=stylesheet href="https://e.example/c.css">                      | STYLE  -> https://e.example/c.css
            <p style="background:url( 'https://e.example/b' )">x</p>                  | STYLE  -> https://e.example/b
            <p style="background:u\\72l(x);background:url(https://e.example/b)">x</p> | STYLE  -> https://e.example/b
            <style>@import "https://e.example/i"; p{}</style>                         | STYLE  -> https://e.example/i
            <style>p{background:url(https://e.example/\\69)}</style>                  | STYLE  -> https://e.example/i
            <svg><a xlink:href="https://e.example/s"><text>x</text></a></svg>         | ANCHOR x -> https://e.example/s
            <object data="https://e.example/o"></object>                              | OTHER  -> https://e.example/o
            <embed src="https://e.example/o">                                         | OTHER  -> https://e.example/o
            <p>本文https://e.example/tです</p>                                        | TEXT https://e.example/t -> https://e.example/t
            <p>https://e.<b>example</b>/t</p>                                         | TEXT https://e.example/t -> https://e.example/t
            """)
    void isRead(String html, String expected) {
        assertThat(Page.listed(Page.html(html))).contains(expected);
    }

    @Test
    void candidatesOfASourceSetAreAllRead() {
        String html = "<img srcset='https://e.example/1 1x, https://e.example/2 2x,https://e.example/3'>";
        assertThat(Page.targets(Page.html(html)))
                .containsExactly("https://e.example/1", "https://e.example/2", "https://e.example/3");
    }

    @Test
    void baseIsKeptForRelativeLinks() {
        String html = "<base href='https://evil.example/login/'><a href='index.php'>https://www.ana.co.jp</a>";
        assertThat(Page.listed(Page.html(html)))
                .containsExactly("ANCHOR https://www.ana.co.jp -> https://evil.example/login/index.php");
    }

    @Test
    void relativeLinksWithoutBaseAreDefects() {
        LinkReading reading = Page.html("<a href='index.php'>a</a><a href='#top'>b</a>");
        assertThat(reading.links()).isEmpty();
        assertThat(reading.defects()).extracting(Defect::kind).containsExactly(Defect.Kind.BAD_URL);
        assertThat(reading.defects()).extracting(Defect::excerpt).containsExactly("index.php");
    }

    @Test
    void theSameLinkIsKeptOnce() {
        String anchor = "<a href='https://e.example/'>a</a>";
        assertThat(Page.html(anchor + anchor + "<a href='https://e.example/'>b</a>")
                        .links())
                .hasSize(2);
    }

    @Test
    void linksStandInTheOrderOfTheMail() {
        String html = "https://a.example/ <a href='https://b.example/'>b</a> <img src='https://c.example/'>"
                + " https://d.example/";
        assertThat(Page.targets(Page.html(html)))
                .containsExactly(
                        "https://a.example/", "https://b.example/", "https://c.example/", "https://d.example/");
    }

    @Test
    void spansHoldTheWrittenUrl() {
        String html = "<p>前文&nbsp;&amp; https://t.example/漢 と<a class=x href=\"https://a.example/?q=1\" id=y>日本</a>"
                + "<div style='color:red;background:url(https://s.example/b)'><img srcset='https://i.example/1 1x'>"
                + "&lt;https://u.example/x&gt;</div>";
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        List<Link> links = Page.html(html).links();
        assertThat(links).hasSize(5);
        assertThat(links)
                .allSatisfy(link -> assertThat(new String(
                                Arrays.copyOfRange(
                                        bytes, link.span().start(), link.span().end()),
                                StandardCharsets.UTF_8))
                        .isEqualTo(link.written()));
    }

    @Test
    void spanOfAnEscapedUrlIsTheWholeValue() {
        String html = "<a href=\"https://a.example/?a=1&amp;b=2\">a</a>";
        Link link = Page.html(html).links().getFirst();
        assertThat(html.substring(link.span().start(), link.span().end())).isEqualTo("https://a.example/?a=1&amp;b=2");
        assertThat(link.written()).isEqualTo("https://a.example/?a=1&b=2");
    }
}
