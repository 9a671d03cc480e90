package gyotaku.parse.link;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.ByteSpan;
import gyotaku.model.Limits;
import gyotaku.model.mail.Body;
import gyotaku.model.mail.Unseen;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

    @Test
    void htmlIsLaidOutAsAReaderSeesIt() {
        String html = """
                <html><head><title>t</title><style>p{}</style></head><body>
                <h1>お知らせ</h1><p>一行目<br>二行目&nbsp;&amp;   三</p>
                <ul><li>甲<li>乙</ul><table><tr><td>ID</td><td>123</td></tr><tr><td>名前</td></tr></table>
                <img src="https://e.example/p" alt="ロゴ"><script>x()</script><input type=submit value=送信>
                <pre>a
                b</pre></body></html>
                """;
        assertThat(Page.html(html).body().visible())
                .isEqualTo("お知らせ\n一行目\n二行目 & 三\n• 甲\n• 乙\nID 123\n名前\n[ロゴ][送信]\na\nb");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div style='display:none'>秘密</div>",
                "<div style='display:none !important; display:block'>秘密</div>",
                "<div style='DISPLAY : NONE'><b>秘密</b></div>",
                "<div style='visibility:hidden'>秘密</div>",
                "<div style='font-size:0'>秘密</div>",
                "<div style='font-size:1px;line-height:1px'>秘密</div>",
                "<div style='font:0/0 a'>秘密</div>",
                "<div style='opacity:0'>秘密</div>",
                "<div style='color:#fff'>秘密</div>",
                "<div style='color:white;background:#FFFFFF'>秘密</div>",
                "<div style='color:#fefefe'>秘密</div>",
                "<div style='color:transparent'>秘密</div>",
                "<div style='color:rgba(0,0,0,0)'>秘密</div>",
                "<table bgcolor=#123456><tr><td><font color='#123456'>秘密</font></td></tr></table>",
                "<div style='height:0;overflow:hidden'>秘密</div>",
                "<div style='max-height:0px;overflow:hidden'>秘密</div>",
                "<div style='position:absolute;left:-9999px'>秘密</div>",
                "<div style='text-indent:-9999px'>秘密</div>",
                "<div style='position:absolute;clip:rect(0 0 0 0)'>秘密</div>",
                "<div style='clip-path: inset(50%)'>秘密</div>",
                "<div style='transform:scale(0)'>秘密</div>",
                "<div hidden>秘密</div>",
                "<style>.pre{display:none}</style><div class='a pre'>秘密</div>",
                "<style>@media screen{#x{display:none}}</style><div id=x>秘密</div>",
                "<style>/* } */ span.z , b { font-size : 0 }</style><span class=z>秘密</span>",
                "<div style='d\\69splay:none'>秘密</div>"
            })
    void whatAReaderDoesNotSeeIsHidden(String html) {
        Body body = Page.html("<p>見える</p>" + html).body();
        assertThat(body.visible()).isEqualTo("見える");
        assertThat(body.hidden()).containsExactly("秘密");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "display:none;font-size:0 | NOT_DISPLAYED",
                "visibility:hidden | INVISIBLE",
                "opacity:0.01 | TRANSPARENT",
                "max-height:0;overflow:hidden | CUT_OFF",
                "position:absolute;top:-900px | OFF_SCREEN",
                "font-size:1px | TINY",
                "color:#f4f4f4 | COLOUR_OF_GROUND"
            })
    void whatHidesATextIsTold(String style, Unseen.How how) {
        Body body =
                Page.html("<b hidden>前</b>字<p style='" + style + "'>秘密</p>見える").body();
        assertThat(body.unseen()).contains(new Unseen("秘密", how));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div style='font-size:0'><span style='font-size:14px'>見える</span></div>",
                "<div style='visibility:hidden'><b style='visibility:visible'>見える</b></div>",
                "<td bgcolor=navy style='color:#fff'>見える</td>",
                "<div style='background:#c00'><a href='https://e.example/' style='color:#fff'>見える</a></div>",
                "<div style='background-image:url(https://e.example/)'><p style='color:#fff'>見える</p></div>",
                "<style>@media (max-width:600px){.d{display:none}}</style><p class=d>見える</p>",
                "<style>@media print{.d{display:none}}</style><p class=d>見える</p>",
                "<div style='overflow:hidden'>見える</div>",
                "<div style='max-width:600px;overflow:hidden'>見える</div>"
            })
    void whatAReaderSeesIsVisible(String html) {
        Body body = Page.html(html).body();
        assertThat(body.visible()).isEqualTo("見える");
        assertThat(body.hidden()).isEmpty();
    }

    @Test
    void blocksInListItemsStandBesideTheirMark() {
        assertThat(Page.html("<ul><li><p>甲</p><p>乙</p></li><li></li><li><div>丙</div></li></ul>丁")
                        .body()
                        .visible())
                .isEqualTo("• 甲\n乙\n•\n• 丙\n丁");
    }

    @Test
    void hiddenTextIsBounded() {
        Body body =
                Page.html(("<b hidden>" + "隠".repeat(900) + "</b>x").repeat(80)).body();
        assertThat(body.hidden())
                .hasSize(50)
                .allSatisfy(text -> assertThat(text).hasSize(500));
    }

    @Test
    void theHtmlAlternativeIsPreferredUnlessItShowsNothing() {
        assertThat(both("<p>b</p>").visible()).isEqualTo("b");
        assertThat(both("<p></p>").visible()).isEqualTo("a");
        assertThat(both("<p></p>").html()).isFalse();
    }

    private static Body both(String html) {
        ByteSpan body = new ByteSpan(0, 1);
        DecodedText plain = new DecodedText("1.1", "text/plain", "a", body, (_, _) -> body);
        DecodedText rich = new DecodedText("1.2", "text/html", html, body, (_, _) -> body);
        return new LinkReader(Limits.standard())
                .read(List.of(plain, rich), body)
                .body();
    }
}
