package gyotaku.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.DomainName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestSuffixesTest {

    private final TestSuffixes suffixes = new TestSuffixes();

    @ParameterizedTest
    @CsvSource({
        "www.ana.co.jp, ana.co.jp",
        "ana.co.jp, ana.co.jp",
        "co.jp, co.jp",
        "jp, jp",
        "localhost, localhost",
        "a.b.example.com, example.com",
        "www.city.kawasaki.jp, city.kawasaki.jp",
        "a.b.c.kobe.jp, b.c.kobe.jp",
        "x.branchiish.example.cn, example.cn",
        "www.xn--wgv71a119e.jp, xn--wgv71a119e.jp",
        "user.github.io, user.github.io"
    })
    void theRegisteredPartIsFound(String name, String registered) {
        assertThat(suffixes.registrable(new DomainName(name)).ascii()).isEqualTo(registered);
    }
}
