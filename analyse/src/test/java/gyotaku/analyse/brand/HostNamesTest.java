package gyotaku.analyse.brand;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.analyse.MailOf;
import gyotaku.model.DomainName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which hosts of others carry the name of a brand of the book.
class HostNamesTest {

    private final HostNames hosts = new HostNames(BrandBook.bundled().brands());

    @ParameterizedTest
    @CsvSource({
        "binance-login.example, binance",
        "blnance.example, binance",
        "yodobashi.kmnkw.example, yodobashi",
        "www.mobilesuica.com.kmnkw.example, mobile-suica",
        "xserver-ne-jp.kmnkw.example, xserver",
        "trustwallet.kmnkw.example, trust-wallet",
        "githud.example, github",
        "github-support.example, github"
    })
    void hostsThatBearABrandsName(String host, String brand) {
        assertThat(hosts.imitatedBy(new DomainName(host), MailOf.SUFFIXES))
                .map(BrandEntry::id)
                .contains(brand);
    }

    @ParameterizedTest
    @CsvSource({
        "github.company.example",
        "dropbox.company.example",
        "zoom.company.example",
        "support.company.example",
        "target.example",
        "orange.example",
        "chase.example"
    })
    void hostsThatAnybodyNamesSo(String host) {
        assertThat(hosts.imitatedBy(new DomainName(host), MailOf.SUFFIXES)).isEmpty();
    }

    @Test
    void wordsThatHostsOftenBearAreNobodysNames() throws IOException {
        for (String word : words()) {
            assertThat(hosts.imitatedBy(new DomainName(word + ".company.example"), MailOf.SUFFIXES))
                    .as(word)
                    .map(BrandEntry::id)
                    .isEmpty();
            assertThat(hosts.imitatedBy(new DomainName(word + ".example"), MailOf.SUFFIXES))
                    .as(word)
                    .map(BrandEntry::id)
                    .isEmpty();
        }
    }

    private static List<String> words() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(HostNamesTest.class.getResourceAsStream("plain-labels.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isBlank()).toList();
        }
    }
}
