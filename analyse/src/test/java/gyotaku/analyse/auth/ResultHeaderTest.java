package gyotaku.analyse.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultHeaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mx.example.co.jp; spf=pass smtp.mailfrom=a@example.net; dkim=none | mx.example.co.jp | spf pass example.net, dkim none
            spf=pass (sender IP is 203.0.113.5) smtp.mailfrom=example.net; dkim=none (message not signed) header.d=none;compauth=fail reason=001 | '' | spf pass example.net, dkim none none, compauth fail
            mx.google.com; dkim=pass header.i=@example.net header.s=s1; dmarc=pass (p=REJECT sp=REJECT) header.from=example.net | mx.google.com | dkim pass example.net, dmarc pass example.net
            MTA01.yahoo.co.jp  from=example.net; domainkeys=neutral (no sig); dkim=pass (ok); header.i=@example.net | mta01.yahoo.co.jp | domainkeys neutral, dkim pass, header.i @example.net
            spf.icloud.com; spf=pass (spf.icloud.com: domain of a@example.net) smtp.mailfrom=a@example.net | spf.icloud.com | spf pass example.net
            mx.example.co.jp 1; none | mx.example.co.jp | ''
            """)
    void eachDialectIsRead(String body, String by, String statements) {
        ResultHeader read = ResultHeader.authenticationResults(body);
        assertThat(read.by()).isEqualTo(by);
        assertThat(read.statements().stream()
                        .map(one -> (one.method() + " " + one.result() + " " + one.domain()).strip())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(statements);
    }

    @Test
    void receivedSpfNamesWhoAskedAboutWhom() {
        ResultHeader read = ResultHeader.receivedSpf(
                "Fail (mx.example.co.jp: domain of a@example.net) receiver=mx.example.co.jp; envelope-from=\"a@example.net\"");
        assertThat(read.by()).isEqualTo("mx.example.co.jp");
        assertThat(read.statements()).containsExactly(new ResultHeader.Statement("spf", "fail", "example.net"));
    }

    @Test
    void endlessCommentsEnd() {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> ResultHeader.authenticationResults("a;" + "(".repeat(1_000_000) + ";spf=pass"));
    }
}
