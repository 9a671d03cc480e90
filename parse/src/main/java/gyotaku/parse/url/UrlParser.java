package gyotaku.parse.url;

import gyotaku.model.WebUrl;
import java.util.Optional;

/// Reads a URL as a browser does, so that the host is the one a click would connect to.
///
/// WHATWG URL Standard, section 4.4 (basic URL parser). Queries are encoded as UTF-8.
public final class UrlParser {

    private UrlParser() {}

    /// @param input as written; blanks around it, tabs and line breaks inside are dropped as browsers drop them
    /// @param base what a relative URL is resolved against
    /// @return empty when a browser would refuse it
    public static Optional<WebUrl> parse(String input, Optional<WebUrl> base) {
        Optional<UrlParts> parsedBase = base.flatMap(url -> UrlMachine.run(url.href(), Optional.empty()));
        return UrlMachine.run(input, parsedBase).map(UrlParts::toWebUrl);
    }
}
