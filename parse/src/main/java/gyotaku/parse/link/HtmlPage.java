package gyotaku.parse.link;

import gyotaku.model.Truncated;
import gyotaku.parse.drawing.Drawing;
import java.util.List;
import java.util.Optional;

/// What one HTML text shows, hides, leads to and draws.
record HtmlPage(
        String visible,
        List<String> hidden,
        List<Found> found,
        List<Drawing> drawings,
        Optional<Truncated> truncated) {}
