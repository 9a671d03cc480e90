package gyotaku.enrich.ipdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gyotaku.enrich.Reading;
import gyotaku.model.fact.IpFacts.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IpDatabasesTest {

    private static final long BUILT = 1_767_225_600L;

    @TempDir
    Path folder;

    /// Writes a database of IPv4 whose half 0.0.0.0/1 has one entry and whose other half has none: one node of two
    /// records of 24 bits, 16 zero bytes, the data, the metadata (MaxMind DB File Format 2.0).
    private String file(String name, Map<String, Object> entry) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 0, 1 + 16, 0, 0, 1});
        out.writeBytes(new byte[16]);
        out.writeBytes(encoded(entry));
        out.writeBytes(new byte[] {(byte) 0xab, (byte) 0xcd, (byte) 0xef});
        out.writeBytes("MaxMind.com".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(encoded(new TreeMap<>(Map.of(
                "binary_format_major_version", 2,
                "binary_format_minor_version", 0,
                "build_epoch", BUILT,
                "database_type", "Test",
                "description", Map.of(),
                "ip_version", 4,
                "languages", List.of(),
                "node_count", 1,
                "record_size", 24))));
        return Files.write(folder.resolve(name), out.toByteArray()).toString();
    }

    private static byte[] encoded(Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        switch (value) {
            case String text -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                assertThat(bytes.length).isLessThan(285);
                out.write(2 << 5 | Math.min(bytes.length, 29));
                if (bytes.length >= 29) {
                    out.write(bytes.length - 29);
                }
                out.writeBytes(bytes);
            }
            case Integer number -> {
                out.write(6 << 5 | 4);
                out.writeBytes(ByteBuffer.allocate(4).putInt(number).array());
            }
            case Long number -> {
                out.write(8);
                out.write(9 - 7);
                out.writeBytes(ByteBuffer.allocate(8).putLong(number).array());
            }
            case List<?> list -> {
                out.write(list.size());
                out.write(11 - 7);
                list.forEach(each -> out.writeBytes(encoded(each)));
            }
            case Map<?, ?> map -> {
                out.write(7 << 5 | map.size());
                map.forEach((key, each) -> {
                    out.writeBytes(encoded(key));
                    out.writeBytes(encoded(each));
                });
            }
            default -> throw new IllegalArgumentException(String.valueOf(value));
        }
        return out.toByteArray();
    }

    private static Reading.Says<Origin> says(List<String> paths, String address) throws IOException {
        byte[] body = IpData.with(IpDatabases.open(paths)).answer(address);
        return IpData.read(body) instanceof Reading.Says<Origin> says
                ? says
                : new Reading.Says<>(new Origin("", 0, ""), "");
    }

    @Test
    void theFirstFileThatKnowsTheAddressGoesBeforeTheBundledDataFieldByField() throws Exception {
        String country = file("country.mmdb", Map.of("country", Map.of("iso_code", "JP")));
        String flat = file("flat.mmdb", Map.of("country_code", "KR", "asn", "AS64496", "as_name", "Example Net"));
        Reading.Says<Origin> both = says(List.of(country, flat), "8.8.8.8");
        assertThat(both.value()).isEqualTo(new Origin("JP", 64_496, "Example Net"));
        assertThat(both.excerpt())
                .contains("country.mmdb 2026-01-01 (country)", "flat.mmdb 2026-01-01 (asn)")
                .doesNotContain(folder.toString());
        assertThat(says(List.of(country), "8.8.8.8").value().country()).isEqualTo("JP");
        assertThat(says(List.of(country), "8.8.8.8").value().asn()).isEqualTo(15_169);
    }

    @Test
    void theNamesOfMaxMindAreReadAndAForeignNameIsNotPutToANumber() throws Exception {
        String asn = file(
                "asn.mmdb",
                Map.of("autonomous_system_number", 64_497, "autonomous_system_organization", "Example Org"));
        assertThat(says(List.of(asn), "8.8.8.8").value()).isEqualTo(new Origin("US", 64_497, "Example Org"));
        String bare = file("bare.mmdb", Map.of("asn", 64_498));
        assertThat(says(List.of(bare), "8.8.8.8").value()).isEqualTo(new Origin("US", 64_498, ""));
    }

    @Test
    void whatIsNoCountryOrNumberIsPassedOver() throws Exception {
        String odd = file("odd.mmdb", Map.of("country_code", "<b>", "asn", "AS99999999999", "as_name", "x"));
        Reading.Says<Origin> read = says(List.of(odd), "8.8.8.8");
        assertThat(read.value().country()).isEqualTo("US");
        assertThat(read.value().asn()).isEqualTo(15_169);
        assertThat(read.excerpt()).doesNotContain("odd.mmdb");
    }

    @Test
    void whereTheFileKnowsNothingTheBundledDataAnswersAsWithoutIt() throws Exception {
        String flat = file("flat.mmdb", Map.of("country_code", "KR"));
        for (String address : List.of("193.0.6.139", "2001:4860:4860::8888", "10.0.0.1")) {
            assertThat(IpData.with(IpDatabases.open(List.of(flat))).answer(address))
                    .isEqualTo(IpData.shipped().answer(address));
        }
    }

    @Test
    void aMissingOrBrokenFileIsNamed() throws Exception {
        String good = file("good.mmdb", Map.of("country_code", "KR"));
        String missing = folder.resolve("missing.mmdb").toString();
        String broken =
                Files.writeString(folder.resolve("broken.mmdb"), "no database").toString();
        assertThatThrownBy(() -> IpDatabases.open(List.of(good, missing))).hasMessage(missing + " is not there");
        assertThatThrownBy(() -> IpDatabases.open(List.of(broken))).hasMessage(broken + " is not a MaxMind DB file");
    }
}
