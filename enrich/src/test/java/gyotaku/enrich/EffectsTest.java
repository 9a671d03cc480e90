package gyotaku.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.ByteSpan;
import gyotaku.model.WebUrl;
import gyotaku.model.mail.Link;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectsTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ANCHOR, click, /unsubscribe, '', true",
                "ANCHOR, Unsubscribe, /u/1, '', true",
                "ANCHOR, here, /mail, action=optout&id=1, true",
                "ANCHOR, here, /Opt-Out/now, '', true",
                "ANCHOR, 配信停止はこちら, /s, '', true",
                "ANCHOR, メールマガジンの解除, /s, '', true",
                "ANCHOR, 退会する, /s, '', true",
                "HEADER, '', /l, id=3, true",
                "FORM, '', /l, '', false",
                "ANCHOR, Confirm your address, /c/9f8a7b6c5d4e3f2a1b, '', true",
                "ANCHOR, here, /verify, token=ab12cd34ef56ab78, true",
                "ANCHOR, here, /activate/ab12cd34ef56ab78, '', true",
                "ANCHOR, 登録確認, /r, t=ab12cd34ef56ab78, true",
                "ANCHOR, Verify your account, /login, '', false",
                "ANCHOR, Confirm, /, '', false",
                "ANCHOR, ログイン, /login, id=ab12cd34ef56ab78, false",
                "TEXT, https://shop.example/a, /a, page=2, false",
                "QR_CODE, '', /pay, '', false"
            })
    void linksThatActAreKnownByTheirWords(
            Link.Context context, String text, String path, String query, boolean effect) {
        WebUrl url =
                new WebUrl("https://shop.example.com" + path, "https", "", "shop.example.com", -1, path, query, "");
        Link link = new Link(text, url.href(), url, List.of(), context, "1", "", new ByteSpan(0, 1));
        assertThat(Effects.has(link)).isEqualTo(effect);
    }
}
