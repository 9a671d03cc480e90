package gyotaku.parse.link;

import gyotaku.model.WebUrl;
import gyotaku.model.mail.Link;
import java.util.Optional;

/// A link of one text before its URL is read.
///
/// @param text what the reader sees of it
/// @param written as it stands in the mail
/// @param refanged the same made into a URL again where it was written in disguise
/// @param base what a relative URL is resolved against
/// @param start first character in the decoded text
/// @param end exclusive
record Found(
        String text, String written, String refanged, Link.Context context, Optional<WebUrl> base, int start, int end) {

    static Found inText(String written, String url, int start, int end) {
        return new Found(written, written, url, Link.Context.TEXT, Optional.empty(), start, end);
    }
}
