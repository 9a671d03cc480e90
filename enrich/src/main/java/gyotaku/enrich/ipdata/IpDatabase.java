package gyotaku.enrich.ipdata;

import com.maxmind.db.Reader;
import gyotaku.model.IpAddress;
import gyotaku.model.fact.IpFacts.Origin;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One MaxMind DB file of the operator, with countries, autonomous systems or both (MaxMind DB File Format 2.0). The
/// names of the fields are those of MaxMind and DB-IP (`country.iso_code`, `autonomous_system_number`,
/// `autonomous_system_organization`) and those of IPinfo and flat files (`country_code`, `asn`, `as_name`).
///
/// @param name of the file without its folder
/// @param built the day the file says it was built on
record IpDatabase(String name, LocalDate built, Reader reader) {

    /// Four octets (RFC 6793).
    private static final long LAST_ASN = 0xffff_ffffL;

    /// Against a text of megabytes for a name.
    private static final int NAME_CHARS = 200;

    /// @throws IOException when there is no such file or it is none of this form
    static IpDatabase open(String path) throws IOException {
        Path file = Path.of(path);
        try {
            Reader reader = new Reader(file.toFile());
            LocalDate built =
                    reader.getMetadata().buildTime().atZone(ZoneOffset.UTC).toLocalDate();
            IpDatabase database = new IpDatabase(String.valueOf(file.getFileName()), built, reader);
            database.origin(IpAddress.of(new byte[4]));
            return database;
        } catch (RuntimeException e) {
            throw new IOException("not a MaxMind DB file", e);
        }
    }

    /// What the file says of an address; empty texts and 0 for what it does not say.
    ///
    /// @throws IOException when the file turns out broken there
    Origin origin(IpAddress address) throws IOException {
        if (!address.isV4() && reader.getMetadata().ipVersion() == 4) {
            return new Origin("", 0, "");
        }
        try {
            Object entry = reader.get(InetAddress.getByAddress(address.bytes()), Object.class);
            return entry instanceof Map<?, ?> map ? origin(map) : new Origin("", 0, "");
        } catch (RuntimeException e) {
            throw new IOException("broken", e);
        }
    }

    private static Origin origin(Map<?, ?> entry) {
        Object nested = entry.get("country") instanceof Map<?, ?> country ? country.get("iso_code") : null;
        long asn = first(entry, "autonomous_system_number", "asn")
                .map(IpDatabase::number)
                .orElse(0L);
        String asName = first(entry, "autonomous_system_organization", "as_name")
                .map(IpDatabase::text)
                .orElse("");
        String code = nested == null ? text(entry.get("country_code")) : text(nested);
        return new Origin(isCountry(code) ? code : "", asn, asn == 0 ? "" : asName);
    }

    private static Optional<Object> first(Map<?, ?> entry, String... keys) {
        return List.of(keys).stream()
                .<Object>mapMulti((key, found) -> {
                    Object value = entry.get(key);
                    if (value != null) {
                        found.accept(value);
                    }
                })
                .findFirst();
    }

    private static String text(@Nullable Object value) {
        String text = value instanceof String string ? string.strip() : "";
        return text.length() > NAME_CHARS ? text.substring(0, NAME_CHARS) : text;
    }

    private static boolean isCountry(String code) {
        return code.length() == 2 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }

    /// `15169` or `AS15169`; 0 for all else.
    private static long number(Object value) {
        if (value instanceof Number number) {
            long asn = number.longValue();
            return asn > 0 && asn <= LAST_ASN ? asn : 0;
        }
        String text = text(value);
        String digits = text.regionMatches(true, 0, "AS", 0, 2) ? text.substring(2) : text;
        boolean plain =
                !digits.isEmpty() && digits.length() <= 10 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return plain ? number(Long.valueOf(digits)) : 0;
    }
}
