package gyotaku.model.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whom a site itself names for reports on its security (RFC 9116). Nobody vouches for it.
///
/// @param contacts as written: `mailto:`, `tel:` and `https:` URIs, in the order of the site's preference
/// @param expires until when it holds, empty when no time could be read
public record SecurityTxt(List<String> contacts, Optional<Instant> expires) {

    public SecurityTxt {
        contacts = List.copyOf(contacts);
    }
}
