package gyotaku.parse.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextUrlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            こちらhttps://example.com/loginをご確認ください            | https://example.com/login
            詳細はhttp://example.com/a?b=1&c=2。よろしく               | http://example.com/a?b=1&c=2
            （https://example.com/a）をご覧                             | https://example.com/a
            「https://example.com/a」、                                 | https://example.com/a
            https://example.comにアクセス                               | https://example.com/
            ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ／ｌｏｇｉｎ          | https://example.com/login
            https://www。example。com/x です                            | https://www.example.com/x
            https://example．co．jp/ で                                 | https://example.co.jp/
            https://日本語.example/パス                                 | https://xn--wgv71a119e.example/
            hxxps://evil[.]example[.]com/a                              | https://evil.example.com/a
            hxxp://evil(.)example(.)com/a                               | http://evil.example.com/a
            evil[.]example[dot]com                                      | http://evil.example.com/
            hxxp[:]//evil{.}example{.}com                               | http://evil.example.com/
            www.example.co.jp をご確認                                  | http://www.example.co.jp/
            ＷＷＷ．ｅｘａｍｐｌｅ．ｃｏｍ                              | http://www.example.com/
            example.com/login/index.php へ                              | http://example.com/login/index.php
            <https://example.com/a>                                     | https://example.com/a
            (see https://example.com/a_(b))                             | https://example.com/a_(b)
            See https://example.com/a.                                  | https://example.com/a
            https://www.ana.co.jp@203.0.113.77/x                        | https://www.ana.co.jp@203.0.113.77/x
            http://0x7f000001/a                                         | http://127.0.0.1/a
            HTTP://EXAMPLE.COM/A                                        | http://example.com/A
            ttps://example.com/a                                        | https://example.com/a
            http://exаmple.com/                                         | http://xn--exmple-4nf.com/
            →https://example.com/→                                      | https://example.com/
            https://example.com/★お得                                   | https://example.com/
            https:\\\\\\\\example.com/a                                 | https://example.com/a
            """)
    void isFound(String text, String url) {
        assertThat(Page.targets(Page.plain(text))).containsExactly(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "taro@www.example.com",
                "taro@example.co.jp/x",
                "foo.com",
                "1.5/2 mm",
                "e.g. this/that",
                "and/or",
                "http://",
                "www.example.com@example.com",
                "v1.2/3",
                "株式会社。例/x"
            })
    void isNoUrl(String text) {
        assertThat(Page.plain(text).links()).isEmpty();
    }

    @Test
    void twoUrlsJoinedByAFullStopAreTwo() {
        assertThat(Page.targets(Page.plain("https://a.example。https://b.example/。")))
                .isEqualTo(List.of("https://a.example/", "https://b.example/"));
    }
}
