package gyotaku.engine;

import gyotaku.enrich.SourceSettings;
import gyotaku.model.Lang;
import gyotaku.model.Limits;
import java.util.List;

/// What an operator decides. All of it that can change a case is written into the case's recording.
///
/// @param sources where to ask, and what may leave
/// @param trustHosts names of the recipient's own mail servers, or suffixes of them
/// @param trustSealers domains whose ARC seals count
/// @param languages of the reports
/// @param threads look-ups at the same time
public record Settings(
        SourceSettings sources,
        List<String> trustHosts,
        List<String> trustSealers,
        List<Lang> languages,
        Limits limits,
        int threads) {

    public Settings {
        trustHosts = List.copyOf(trustHosts);
        trustSealers = List.copyOf(trustSealers);
        languages = List.copyOf(languages);
    }
}
