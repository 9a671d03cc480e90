package gyotaku.engine;

import gyotaku.enrich.Privacy;
import gyotaku.enrich.SourceSettings;
import gyotaku.model.Lang;
import gyotaku.model.Limits;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The settings of a run that asks nobody.
final class Offline {

    private Offline() {}

    /// @param languages of the reports
    static Settings settings(Lang... languages) {
        SourceSettings nobody = new SourceSettings(
                List.of(),
                URI.create("https://data.iana.org/rdap/"),
                Optional.empty(),
                URI.create("https://safebrowsing.googleapis.com/"),
                Optional.empty(),
                Privacy.HOSTS);
        return new Settings(nobody, List.of(), List.of(), List.of(languages), Limits.standard(), 1);
    }
}
