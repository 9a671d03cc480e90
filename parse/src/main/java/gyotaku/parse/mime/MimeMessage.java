package gyotaku.parse.mime;

import gyotaku.model.mail.Part;
import gyotaku.model.mail.Source;
import java.util.List;

/// A message cut into its parts.
///
/// @param pieces every part with content of its own, in order, also those inside of carried messages
public record MimeMessage(Source source, Part root, List<Piece> pieces) {}
