package gyotaku.parse.received;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostsTest {

    @ParameterizedTest
    @CsvSource({
        "example.co.jp, example.co.jp, true",
        "example.co.jp, MX.Example.co.jp, true",
        ".example.co.jp, mx.example.co.jp, true",
        "*.example.co.jp, a.b.example.co.jp, true",
        "example.co.jp, badexample.co.jp, false",
        "example.co.jp, example.co.jp.kmnkw.cn, false",
        "example.co.jp, co.jp, false",
        "fsav*.example.ne.jp, fsav001.example.ne.jp, true",
        "fsav*.example.ne.jp, fsav001.kmnkw.cn, false",
        "fsav*.example.ne.jp, fsav.kmnkw.example.ne.jp, false",
        "fsav*.example.ne.jp, xfsav1.example.ne.jp, false",
        "in.*.example.com, in.tokyo.example.com, true",
        "in.*.example.com, in.example.com, false",
    })
    void aPatternHoldsTheHostsItNames(String pattern, String host, boolean held) {
        assertThat(Hosts.of(List.of(pattern)).hold(host)).isEqualTo(held);
    }

    @ParameterizedTest
    @CsvSource({
        "mx1.example.co.jp, 203.0.113.5, false",
        "fsav311.example.ne.jp, 203.0.113.5, false",
        "mas-spm-mts-103c1.example.ad.jp, 203.0.113.5, false",
        "p1234-ipbf.tokyo.example.ne.jp, 203.0.113.5, true",
        "p123456.tokyo.example.ne.jp, 203.0.113.5, true",
        "203-0-113-5.example.ne.jp, 203.0.113.5, true",
        "5.113.0.203.dsl.example.ne.jp, 203.0.113.5, true",
        "FL1-203-000-113-005.oky.example.ne.jp, 203.0.113.5, true",
        "softbank203000113005.example.net, 203.0.113.5, true",
        "mx.example.co.jp, 2001:db8::1, false",
    })
    void aCustomersLineIsTold(String name, String ip, boolean line) {
        assertThat(AccessLine.isNamed(name, IpAddress.parse(ip).orElseThrow())).isEqualTo(line);
    }

    @Test
    void networksAreReadAsAddressesOrPrefixes() {
        Networks networks =
                Networks.of(List.of("203.0.113.0/24", "2001:db8::/32", "192.0.2.1", "mx.example.co.jp", "10.0.0.0/x"));
        assertThat(List.of("203.0.113.255", "2001:db8:1::1", "192.0.2.1"))
                .allMatch(ip -> networks.hold(IpAddress.parse(ip).orElseThrow()));
        assertThat(List.of("203.0.114.0", "2001:db9::", "192.0.2.2", "10.0.0.1"))
                .noneMatch(ip -> networks.hold(IpAddress.parse(ip).orElseThrow()));
    }
}
