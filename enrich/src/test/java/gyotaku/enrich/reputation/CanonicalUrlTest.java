package gyotaku.enrich.reputation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The examples of "URLs and Hashing" of Safe Browsing v4.
class CanonicalUrlTest {

    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of("http://host/%25%32%35", "http://host/%25"),
                Arguments.of("http://host/%25%32%35%25%32%35", "http://host/%25%25"),
                Arguments.of("http://host/%2525252525252525", "http://host/%25"),
                Arguments.of("http://host/asdf%25%32%35asd", "http://host/asdf%25asd"),
                Arguments.of("http://host/%%%25%32%35asd%%", "http://host/%25%25%25asd%25%25"),
                Arguments.of("http://www.google.com/", "http://www.google.com/"),
                Arguments.of(
                        "http://%31%36%38%2e%31%38%38%2e%39%39%2e%32%36/%2E%73%65%63%75%72%65/%77%77%77%2E%65%62%61%79%2E%63%6F%6D/",
                        "http://168.188.99.26/.secure/www.ebay.com/"),
                Arguments.of(
                        "http://195.127.0.11/uploads/%20%20%20%20/.verify/.eBaysecure=updateuserdataxplimnbqmn-xplmvalidateinfoswqpcmlx=hgplmcx/",
                        "http://195.127.0.11/uploads/%20%20%20%20/.verify/.eBaysecure=updateuserdataxplimnbqmn-xplmvalidateinfoswqpcmlx=hgplmcx/"),
                Arguments.of(
                        "http://host%23.com/%257Ea%2521b%2540c%2523d%2524e%25f%255E00%252611%252A22%252833%252944_55%252B",
                        "http://host%23.com/~a!b@c%23d$e%25f^00&11*22(33)44_55+"),
                Arguments.of("http://3279880203/blah", "http://195.127.0.11/blah"),
                Arguments.of("http://www.google.com/blah/..", "http://www.google.com/"),
                Arguments.of("www.google.com/", "http://www.google.com/"),
                Arguments.of("www.google.com", "http://www.google.com/"),
                Arguments.of("http://www.evil.com/blah#frag", "http://www.evil.com/blah"),
                Arguments.of("http://www.GOOgle.com/", "http://www.google.com/"),
                Arguments.of("http://www.google.com.../", "http://www.google.com/"),
                Arguments.of("http://www.google.com/foo\tbar\rbaz\n2", "http://www.google.com/foobarbaz2"),
                Arguments.of("http://www.google.com/q?", "http://www.google.com/q?"),
                Arguments.of("http://www.google.com/q?r?", "http://www.google.com/q?r?"),
                Arguments.of("http://www.google.com/q?r?s", "http://www.google.com/q?r?s"),
                Arguments.of("http://evil.com/foo#bar#baz", "http://evil.com/foo"),
                Arguments.of("http://evil.com/foo;", "http://evil.com/foo;"),
                Arguments.of("http://evil.com/foo?bar;", "http://evil.com/foo?bar;"),
                Arguments.of("http://\u0001\u0080.com/", "http://%01%80.com/"),
                Arguments.of("http://notrailingslash.com", "http://notrailingslash.com/"),
                Arguments.of("http://www.gotaport.com:1234/", "http://www.gotaport.com/"),
                Arguments.of("  http://www.google.com/  ", "http://www.google.com/"),
                Arguments.of("http:// leadingspace.com/", "http://%20leadingspace.com/"),
                Arguments.of("http://%20leadingspace.com/", "http://%20leadingspace.com/"),
                Arguments.of("%20leadingspace.com/", "http://%20leadingspace.com/"),
                Arguments.of("https://www.securesite.com/", "https://www.securesite.com/"),
                Arguments.of("http://host.com/ab%23cd", "http://host.com/ab%23cd"),
                Arguments.of("http://host.com//twoslashes?more//slashes", "http://host.com/twoslashes?more//slashes"),
                Arguments.of("http://user:pw@0x7f.1/a/./b/../c", "http://127.0.0.1/a/c"),
                Arguments.of("http://0300.0250.1/", "http://192.168.0.1/"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isWhatTheDocumentationSays(String url, String canonical) {
        assertThat(CanonicalUrl.of(url)).hasToString(canonical);
    }

    @Test
    void hostsAndPathsAreTakenApartAsTheDocumentationSays() {
        assertThat(CanonicalUrl.of("http://a.b.c/1/2.html?param=1").expressions())
                .containsExactlyInAnyOrder(
                        "a.b.c/1/2.html?param=1",
                        "a.b.c/1/2.html",
                        "a.b.c/",
                        "a.b.c/1/",
                        "b.c/1/2.html?param=1",
                        "b.c/1/2.html",
                        "b.c/",
                        "b.c/1/");
        assertThat(CanonicalUrl.of("http://a.b.c.d.e.f.g/1.html").expressions())
                .containsExactlyInAnyOrder(
                        "a.b.c.d.e.f.g/1.html",
                        "a.b.c.d.e.f.g/",
                        "c.d.e.f.g/1.html",
                        "c.d.e.f.g/",
                        "d.e.f.g/1.html",
                        "d.e.f.g/",
                        "e.f.g/1.html",
                        "e.f.g/",
                        "f.g/1.html",
                        "f.g/");
        assertThat(CanonicalUrl.of("http://1.2.3.4/1/").expressions()).isEqualTo(List.of("1.2.3.4/1/", "1.2.3.4/"));
    }

    @Test
    void thousandsOfNestedEscapesTakeOnePass() {
        String nested = "http://host/" + "%25".repeat(1) + "25".repeat(50_000);
        assertThat(CanonicalUrl.of(nested)).hasToString("http://host/%25");
    }

    @Test
    void atMostThirtyExpressionsGoOut() {
        String deep = "http://" + "a.".repeat(60) + "com/" + "x/".repeat(500) + "?q";
        assertThat(CanonicalUrl.of(deep).expressions()).hasSizeLessThanOrEqualTo(30);
    }
}
