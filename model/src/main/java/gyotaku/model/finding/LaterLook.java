package gyotaku.model.finding;

import gyotaku.model.fact.LinkFacts;
import java.time.Instant;
import java.util.List;

/// The pages of a case as they were and as they are. A page that is dead by now is a result with a time.
///
/// @param caseId name of the case
/// @param then when the case was made
/// @param now when the pages were looked at again
public record LaterLook(String caseId, Instant then, Instant now, List<Page> pages) {

    public LaterLook {
        pages = List.copyOf(pages);
    }

    /// @param now only what can change in days: the page and the addresses of its host
    public record Page(String url, LinkFacts then, LinkFacts now) {}
}
