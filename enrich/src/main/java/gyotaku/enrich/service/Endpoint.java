package gyotaku.enrich.service;

import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.egress.NoAnswer;
import gyotaku.enrich.source.Setting;
import gyotaku.model.Why;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Where an API lies and the key that it wants: the settings `<source>.url` and `<source>.key`. The key is put on
/// at the socket and stands nowhere else.
public record Endpoint(Setting url, Setting key) {

    public static Endpoint keyed(String source, String base, String name) {
        return new Endpoint(
                Setting.place(source + ".url", base, "base URL of the API of " + name),
                Setting.secret(source + ".key", "key of the API of " + name + "; empty: not asked"));
    }

    public List<Setting> settings() {
        return List.of(url, key);
    }

    public Optional<Why.Reason> hindrance(SourceSettings settings) {
        return settings.own(key.path()).isEmpty() ? Optional.of(Why.Reason.NO_KEY) : Optional.empty();
    }

    public String key(SourceSettings settings) throws IOException {
        return settings.own(key.path()).orElseThrow(() -> new NoAnswer(Why.Reason.NO_KEY, ""));
    }

    /// @param rest path and query, escaped
    public URI at(SourceSettings settings, String rest) {
        String base = settings.own(url.path()).orElse(url.standard());
        return URI.create(base + (base.endsWith("/") ? "" : "/") + rest);
    }

    public static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
