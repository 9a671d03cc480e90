package gyotaku.parse.link;

import gyotaku.model.Truncated;
import java.util.List;
import java.util.Optional;

/// What one HTML text shows, hides and leads to.
record HtmlPage(String visible, List<String> hidden, List<Found> found, Optional<Truncated> truncated) {}
