package gyotaku.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.ByteSpan;
import gyotaku.model.mail.Mailbox;
import gyotaku.model.mail.ParsedMail;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokensTest {

    private static final String ADDRESS = "taro.yamada@example.co.jp";

    private static Tokens tokens(String setting) {
        ParsedMail mail = LookupsTest.mail(List.of(new Mailbox("", ADDRESS, new ByteSpan(0, 1))));
        SourceSettings settings = new SourceSettings(
                        List.of(),
                        URI.create("https://rdap.example.com/"),
                        Optional.empty(),
                        URI.create("https://sb.example.com/"),
                        Optional.empty(),
                        Privacy.URLS)
                .with(Map.of("privacy.tokens", setting));
        return Tokens.of(mail, settings);
    }

    static Stream<String> forms() throws NoSuchAlgorithmException {
        byte[] bytes = ADDRESS.getBytes(StandardCharsets.UTF_8);
        HexFormat hex = HexFormat.of();
        return Stream.of(
                ADDRESS,
                "TARO.Yamada@EXAMPLE.co.jp",
                "taro.yamada%40example.co.jp",
                "taro.yamada=example.co.jp",
                "%" + HexFormat.ofDelimiter("%").formatHex(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                hex.formatHex(bytes),
                hex.formatHex(MessageDigest.getInstance("MD5").digest(bytes)),
                hex.formatHex(MessageDigest.getInstance("SHA-1").digest(bytes)),
                hex.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theRecipientsAddressDoesNotGoOutInAnyForm(String form) {
        for (String around :
                List.of("https://bad.example/u/%s", "https://bad.example/a?e=%s&x=1", "https://bad.example/#%s")) {
            String url = around.formatted(form);
            String out = tokens("replace").outgoing(url);
            assertThat(out).hasSameSizeAs(url).doesNotContainIgnoringCase(form).startsWith("https://bad.example/");
            assertThat(URI.create(out).getHost()).isEqualTo("bad.example");
            assertThat(tokens("replace").outgoing(out)).isEqualTo(out);
            assertThat(tokens("send").outgoing(url)).isEqualTo(url);
        }
    }

    @Test
    void hostAndOtherUrlsStayAsTheyAre() {
        Tokens tokens = tokens("replace");
        assertThat(tokens.outgoing("https://shop.example/a?b=c#d")).isEqualTo("https://shop.example/a?b=c#d");
        assertThat(tokens.outgoing("https://" + ADDRESS + "/")).isEqualTo("https://" + ADDRESS + "/");
    }
}
