package gyotaku.parse.link;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.mail.Link;
import org.junit.jupiter.api.Test;

/// Two mails of our own that hold the tricks of the trade together.
class DeceptionTest {

    @Test
    void baseEscapesZeroFontAndForm() {
        LinkReading reading = Page.html("""
                <html><head><base href="https://miles-campaign.example/ana/"></head><body>
                <p>ANAマイレージクラブ<span style="font-size:0px">会員用語の羅列</span>会員の皆様</p>
                <a href="login/index.php?id=1">https://www.ana.co.jp/amc/</a>
                <a href="&#x68;ttps&colon;//evil.example/p.php">マイルを受け取る</a>
                <form action="post.php"><input name=card placeholder="お客様番号"><input type=submit value="ログイン"></form>
                </body></html>
                """);
        assertThat(Page.listed(reading))
                .containsExactly(
                        "ANCHOR https://www.ana.co.jp/amc/ -> https://miles-campaign.example/ana/login/index.php?id=1",
                        "ANCHOR マイルを受け取る -> https://evil.example/p.php",
                        "FORM  -> https://miles-campaign.example/ana/post.php");
        assertThat(reading.body().visible()).contains("ANAマイレージクラブ会員の皆様").contains("[お客様番号]");
        assertThat(reading.body().hidden()).containsExactly("会員用語の羅列");
    }

    @Test
    void userInfoPunycodeFullWidthDotsAndWrappers() {
        LinkReading reading = Page.plain("""
                確認はhttps://www.ana.co.jp@203.0.113.77/loginから。
                https://xn--80ak6aa92e.example/ または https://www。ana-miles。example/
                https://ana--miles-example.translate.goog/x?_x_tr_sl=ja
                https://jpn01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fana-miles.example%2F&data=05
                """);
        assertThat(Page.targets(reading))
                .containsExactly(
                        "https://www.ana.co.jp@203.0.113.77/login",
                        "https://xn--80ak6aa92e.example/",
                        "https://www.ana-miles.example/",
                        "https://ana-miles.example/x",
                        "https://ana-miles.example/");
        assertThat(reading.links().getFirst().target().host()).isEqualTo("203.0.113.77");
        assertThat(reading.links()).extracting(Link::wrappers).last().asString().contains("safelinks");
    }
}
