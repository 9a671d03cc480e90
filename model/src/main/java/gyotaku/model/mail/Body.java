package gyotaku.model.mail;

import gyotaku.model.ByteSpan;
import java.util.List;

/// What the reader sees.
///
/// @param visible the text that a mail program shows, HTML laid out as lines; blocks parted by line breaks
/// @param unseen text in the HTML that a reader does not see, in its order
/// @param html whether it came from an HTML part
/// @param span of the part it was taken from, or of the sample's body when there is none
public record Body(String visible, List<Unseen> unseen, boolean html, ByteSpan span) {

    public Body {
        unseen = List.copyOf(unseen);
    }

    /// The text of what is unseen.
    public List<String> hidden() {
        return unseen.stream().map(Unseen::text).toList();
    }
}
