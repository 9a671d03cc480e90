package gyotaku.enrich.bimi;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// `v=BIMI1; l=https://…; a=https://…` (draft-brand-indicators-for-message-identification section 4.3).
///
/// @param logo or empty
/// @param authority or empty
public record BimiRecord(String logo, String authority) {

    /// Against records that fill the report.
    private static final int MOST_OF_A_URL = 1024;

    /// The one record among the texts; none when there are several, as the draft has it.
    public static Optional<BimiRecord> among(List<String> texts) {
        List<Map<String, String>> records = texts.stream()
                .map(BimiRecord::tags)
                .filter(tags -> "BIMI1".equals(tags.get("v")))
                .toList();
        return records.size() == 1
                ? Optional.of(new BimiRecord(url(records.getFirst(), "l"), url(records.getFirst(), "a")))
                : Optional.empty();
    }

    private static String url(Map<String, String> tags, String name) {
        String value = tags.getOrDefault(name, "");
        return value.length() > MOST_OF_A_URL ? "" : value;
    }

    /// Nothing unless the version stands first.
    private static Map<String, String> tags(String text) {
        Map<String, String> tags = new TreeMap<>();
        for (String part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            if (tags.isEmpty() && !name.equals("v")) {
                return Map.of();
            }
            if (!name.isEmpty()) {
                tags.putIfAbsent(name, part.substring(equals + 1).strip());
            }
        }
        return tags;
    }

    /// The address of the certificate, if it is one of the web by TLS.
    public Optional<URI> certificate() {
        try {
            return Optional.of(new URI(authority))
                    .filter(uri -> "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
