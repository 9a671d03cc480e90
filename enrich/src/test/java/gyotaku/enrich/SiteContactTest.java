package gyotaku.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.enrich.egress.HostPort;
import gyotaku.model.Limits;
import gyotaku.model.fact.LinkFacts;
import gyotaku.model.fact.LookupEntry;
import gyotaku.testkit.ClosedInternet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A site is asked whom it names only after a page of it answered a visit.
class SiteContactTest {

    private static final String INTERNET = """
            {"dns": {"login.bad-shop.com": {"A": "93.184.216.10"}, "bad-shop.com": {"A": "93.184.216.11"}},
             "web": {
               "login.bad-shop.com": {"*": {"body": "<title>Shop</title>words"}},
               "bad-shop.com": {"/.well-known/security.txt": {"headers": {"Content-Type": "text/plain"},
                  "body": "Contact: mailto:desk@bad-shop.com"}}}}
            """;

    private static final String GONE = """
            {"dns": {"bad-shop.com": {"A": "93.184.216.11"}}, "web": {}}
            """;

    private record Told(String contacts, List<String> entries) {}

    private static Told told(String internet, boolean enabled) {
        try (ClosedInternet net = ClosedInternet.of(internet)) {
            SourceSettings settings = new SourceSettings(
                    List.of("127.0.0.1:" + net.dnsPort()),
                    net.rdapBootstrap(),
                    Optional.of("127.0.0.1:" + net.whoisPort()),
                    new TreeMap<>(),
                    Privacy.HOSTS,
                    new CaptureSettings(
                            enabled,
                            Optional.of(Path.of("/nowhere/chromium")),
                            Optional.of(new HostPort("127.0.0.1", net.proxyPort())),
                            Duration.ofSeconds(30)));
            try (LiveEgress live = new LiveEgress(settings, Limits.standard(), Clock.systemUTC())) {
                Lookups lookups =
                        new Lookups(live, settings, new MozillaSuffixes(), Limits.standard(), 4, Instant.EPOCH, false);
                LinkFacts facts = lookups.about(LookupsTest.mail())
                        .links()
                        .values()
                        .iterator()
                        .next();
                return new Told(
                        facts.securityTxt()
                                .found()
                                .map(file -> String.join(" ", file.contacts()))
                                .orElse(""),
                        lookups.asked().stream()
                                .filter(entry -> entry.source().equals("security-txt"))
                                .map(LookupEntry::state)
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true, mailto:desk@bad-shop.com, found", "true, false, '', ''", "false, true, '', ''"})
    void onlyASiteThatAnsweredIsAsked(boolean answers, boolean enabled, String contact, String states) {
        Told told = told(answers ? INTERNET : GONE, enabled);

        assertThat(told.contacts()).isEqualTo(contact);
        assertThat(String.join(" ", told.entries())).isEqualTo(states);
    }
}
