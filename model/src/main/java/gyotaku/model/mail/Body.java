package gyotaku.model.mail;

import gyotaku.model.ByteSpan;
import java.util.List;

/// What the reader sees.
///
/// @param visible the text that a mail program shows, HTML laid out as lines; blocks parted by line breaks
/// @param hidden text in the HTML that a reader does not see (zero size, not displayed, colour of its ground)
/// @param html whether it came from an HTML part
/// @param span of the part it was taken from, or of the sample's body when there is none
public record Body(String visible, List<String> hidden, boolean html, ByteSpan span) {

    public Body {
        hidden = List.copyOf(hidden);
    }
}
