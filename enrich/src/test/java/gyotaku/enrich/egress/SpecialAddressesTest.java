package gyotaku.enrich.egress;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.IpAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every row of the IANA special-purpose address registries, by an address inside of it. What the registry calls
/// reachable and carries an IPv4 address of any kind (NAT64) is refused all the same.
class SpecialAddressesTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.1, false",
        "0.0.0.0, false",
        "10.255.255.255, false",
        "100.64.0.0, false",
        "100.127.255.255, false",
        "100.128.0.1, true",
        "127.0.0.1, false",
        "127.255.255.254, false",
        "169.254.169.254, false",
        "172.16.0.1, false",
        "172.31.255.255, false",
        "172.32.0.1, true",
        "192.0.0.1, false",
        "192.0.0.7, false",
        "192.0.0.8, false",
        "192.0.0.9, true",
        "192.0.0.10, true",
        "192.0.0.170, false",
        "192.0.0.171, false",
        "192.0.2.1, false",
        "192.31.196.1, true",
        "192.52.193.1, true",
        "192.88.99.1, false",
        "192.88.99.2, false",
        "192.168.255.255, false",
        "192.175.48.1, true",
        "198.18.0.1, false",
        "198.19.255.255, false",
        "198.51.100.1, false",
        "203.0.113.1, false",
        "224.0.0.1, false",
        "239.255.255.255, false",
        "240.0.0.1, false",
        "255.255.255.255, false",
        "::1, false",
        "::, false",
        "::ffff:8.8.8.8, true",
        "::ffff:10.0.0.1, false",
        "::127.0.0.1, false",
        "::8.8.8.8, false",
        "64:ff9b::808:808, false",
        "64:ff9b::7f00:1, false",
        "64:ff9b:1::a00:1, false",
        "64:ff9b:1:ffff::1, false",
        "100::1, false",
        "100:0:0:1::1, false",
        "2001::1, false",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2, false",
        "2001:1::1, true",
        "2001:1::2, true",
        "2001:1::3, true",
        "2001:1::4, false",
        "2001:2::1, false",
        "2001:3::1, true",
        "2001:4:112::1, true",
        "2001:5::1, false",
        "2001:10::1, false",
        "2001:20::1, true",
        "2001:30::1, true",
        "2001:db8::1, false",
        "2002:7f00:1::1, false",
        "2002:808:808::1, false",
        "2620:4f:8000::1, true",
        "3fff::1, false",
        "5f00::1, false",
        "fc00::1, false",
        "fd00:ec2::254, false",
        "fe80::1, false",
        "fec0::1, false",
        "ff02::1, false",
        "4000::1, false",
        "2606:4700::1111, true"
    })
    void isReachableOrNot(String address, boolean reachable) {
        assertThat(SpecialAddresses.reachable(IpAddress.parse(address).orElseThrow()))
                .isEqualTo(reachable);
    }
}
