package gyotaku.parse.link;

import gyotaku.model.Truncated;
import gyotaku.model.mail.Unseen;
import gyotaku.parse.drawing.Drawing;
import java.util.List;
import java.util.Optional;

/// What one HTML text shows, hides, leads to and draws.
record HtmlPage(
        String visible,
        List<Unseen> hidden,
        List<Found> found,
        List<Drawing> drawings,
        Optional<Truncated> truncated) {}
