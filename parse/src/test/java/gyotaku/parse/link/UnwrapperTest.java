package gyotaku.parse.link;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.parse.url.UrlParser;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnwrapperTest {

    private final Unwrapper unwrapper = Unwrapper.standard();

    private Unwrapper.Unwrapped unwrap(String url) {
        return unwrapper.unwrap(UrlParser.parse(url, Optional.empty()).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://apc01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fe.example%2Fa%3Fb%3D1&data=05 | https://e.example/a?b=1
            https://urldefense.proofpoint.com/v1/url?u=https://e.example/a&k=x          | https://e.example/a
            https://urldefense.proofpoint.com/v2/url?u=https-3A__e.example_a-3Fb-3D1&d=x | https://e.example/a?b=1
            https://urldefense.com/v3/__https://e.example/a*b__;Iw!!token$              | https://e.example/a#b
            https://urldefense.com/v3/__https:/e.example/a__;!!token$                   | https://e.example/a
            https://www.google.co.jp/url?sa=t&q=https%3A%2F%2Fe.example%2F              | https://e.example/
            https://www.google.com/amp/s/e.example/a                                    | https://e.example/a
            https://translate.google.com/translate?sl=ja&u=http%3A%2F%2Fe.example%2Fa   | http://e.example/a
            https://www-my--shop-example.translate.goog/a?b=1&_x_tr_sl=ja&_x_tr_tl=en   | https://www.my-shop.example/a?b=1
            https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fe.example%2f&c=E        | https://e.example/
            https://secure-web.cisco.com/1abc/https%3A%2F%2Fe.example%2Fa               | https://e.example/a
            https://jp1.ctp.trendmicro.com/wis/clicktime/v1/query?url=https%3a%2f%2fe.example&x=1 | https://e.example/
            https://clicktime.symantec.com/3x?h=1&u=https%3A%2F%2Fe.example%2F          | https://e.example/
            https://protect2.fireeye.com/v1/url?k=1&u=https://e.example/                | https://e.example/
            https://l.facebook.com/l.php?u=https%3A%2F%2Fe.example%2F&h=x               | https://e.example/
            https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fe%2Eexample&trk=x | https://e.example/
            https://www.youtube.com/redirect?event=x&q=https%3A%2F%2Fe.example          | https://e.example/
            https://duckduckgo.com/l/?uddg=https%3A%2F%2Fe.example                      | https://e.example/
            https://vk.com/away.php?to=https%3A%2F%2Fe.example                          | https://e.example/
            https://rd.yahoo.co.jp/x/y/*https://e.example/a?b=1                         | https://e.example/a?b=1
            https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU=https%3a%2f%2fe.example%2fa/RK=2/RS=x | https://e.example/a
            https://abc.r.eu-west-1.awstrack.me/L0/https:%2F%2Fe.example%2Fa/1/0102/x=1 | https://e.example/a
            """)
    void isTakenOff(String wrapped, String target) {
        Unwrapper.Unwrapped unwrapped = unwrap(wrapped);
        assertThat(unwrapped.target()).hasToString(target);
        assertThat(unwrapped.wrappers()).hasSize(1);
    }

    @Test
    void base64IsReadToo() {
        String inner = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("https://e.example/a".getBytes(StandardCharsets.UTF_8));
        assertThat(unwrap("https://www.bing.com/ck/a?!&&p=1&u=a1" + inner + "&ntb=1")
                        .target())
                .hasToString("https://e.example/a");
        assertThat(unwrap("https://eu.protection.sophos.com/?d=e.example&u=" + inner + "&i=x")
                        .target())
                .hasToString("https://e.example/a");
    }

    @Test
    void layersComeOffFromTheOutside() {
        Unwrapper.Unwrapped unwrapped = unwrap("https://apc01.safelinks.protection.outlook.com/?url="
                + "https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fe.example%252F");
        assertThat(unwrapped.target()).hasToString("https://e.example/");
        assertThat(unwrapped.wrappers()).containsExactly("apc01.safelinks.protection.outlook.com", "www.google.com");
    }

    @ParameterizedTest
    @CsvSource({
        "https://t.co/abc",
        "https://www.google.com/search?q=https://e.example/",
        "https://www.google.evil.example/url?q=https://e.example/",
        "https://notgoogle.com/url?q=https://e.example/",
        "https://www.google.com/url?q=weather",
        "https://l.facebook.com/l.php?u=javascript:alert(1)",
        "https://protect-us.mimecast.com/s/abc?domain=e.example",
        "https://urldefense.com/v3/__x"
    })
    void isLeftAlone(String url) {
        assertThat(unwrap(url).wrappers()).isEmpty();
        assertThat(unwrap(url).target()).hasToString(url);
    }

    @Test
    void endsAfterFiveLayers() {
        String url = "https://l.facebook.com/l.php?u=https://l.facebook.com/l.php";
        assertThat(unwrap(url).wrappers()).hasSizeLessThanOrEqualTo(5);
    }
}
