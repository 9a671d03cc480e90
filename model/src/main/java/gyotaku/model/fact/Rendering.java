package gyotaku.model.fact;

import gyotaku.model.Sha256;
import java.util.Optional;

/// The HTML of a mail as a browser without a network and without scripts shows it.
///
/// @param shown what a reader sees
/// @param revealed the same with the text made visible and marked that a reader does not see; empty when all is seen
/// @param hidden pieces of text that were made visible in `revealed`
public record Rendering(Picture shown, Optional<Picture> revealed, int hidden) {

    /// @param sha256 of the PNG, by which [gyotaku.model.finding.Case#stored] has it
    /// @param whole false when the page goes on below it
    public record Picture(Sha256 sha256, int width, int height, boolean whole) {}
}
