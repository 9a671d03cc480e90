package gyotaku.report;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Lang;
import gyotaku.testkit.TestSuffixes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The recipient is in no public page, however a mail writes him.
class PublicTwinTest {

    private final Report report = new Report(new TestSuffixes());

    static Stream<String> forms() throws NoSuchAlgorithmException {
        String address = SampleCase.RECIPIENT;
        byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                address,
                address.toUpperCase(Locale.ROOT),
                "taro.yamada",
                "taro.yamada=example.co.jp",
                URLEncoder.encode(address, StandardCharsets.UTF_8),
                base64(address),
                base64("x" + address),
                base64("xy" + address + "tail"),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes),
                "%" + HexFormat.ofDelimiter("%").formatHex(bytes),
                digest("MD5", bytes),
                digest("SHA-1", bytes),
                digest("SHA-256", bytes));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(String algorithm, byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void hidesTheRecipient(String form) {
        Map<String, byte[]> files = report.files(
                SampleCase.with(value -> value + " (" + form + ") https://x.example/a?b=" + form),
                List.of(Lang.JA, Lang.EN));
        for (String name : List.of("public.ja.html", "public.en.html")) {
            String page = new String(files.get(name), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
            assertThat(page).as(form).doesNotContain("taro.yamada", "taro%2eyamada", "77616461");
            assertThat(page).as(form).doesNotContain(core(form));
        }
    }

    private static String core(String form) {
        String small = form.toLowerCase(Locale.ROOT).replace("=", "");
        if (small.contains("example.co.jp")) {
            return "taro";
        }
        return small.length() > 24 ? small.substring(6, small.length() - 8) : small;
    }

    @ParameterizedTest
    @MethodSource("forms")
    void keepsTheSendingAddressAndPartOfTheHost(String form) {
        Map<String, byte[]> files = report.files(SampleCase.with(value -> value), List.of(Lang.JA, Lang.EN));
        String page = new String(files.get("public.ja.html"), StandardCharsets.UTF_8);
        assertThat(new String(files.get("report.ja.html"), StandardCharsets.UTF_8))
                .contains(SampleCase.RECIPIENT);
        assertThat(page)
                .contains("101.47.76.36", "branchiish[.]aa***lc[.]cn", "ana.co.jp", "公開用", "伏せ字にしたもの")
                .doesNotContain("aadkqlc", "20260220142233781526", form);
    }
}
