package gyotaku.enrich;

import gyotaku.enrich.egress.HostPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How the browser is used.
///
/// @param enabled whether at all
/// @param browser the Chromium to use; empty means the one on the path
/// @param proxy upstream of every connection to a page
/// @param timeout for one page, the second look included
/// @param rendering whether the HTML of the mail itself becomes a picture; that needs no network
public record CaptureSettings(
        boolean enabled, Optional<Path> browser, Optional<HostPort> proxy, Duration timeout, boolean rendering) {

    /// Of pages alone.
    public CaptureSettings(boolean enabled, Optional<Path> browser, Optional<HostPort> proxy, Duration timeout) {
        this(enabled, browser, proxy, timeout, false);
    }

    /// No page is visited.
    public static CaptureSettings none() {
        return new CaptureSettings(false, Optional.empty(), Optional.empty(), Duration.ofSeconds(30));
    }
}
