package gyotaku.model.fact;

import gyotaku.model.IpAddress;
import gyotaku.model.Lookup;
import gyotaku.model.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What came of a visit to one page. A page that does not answer is a result too.
///
/// @param means what looked
/// @param status HTTP status of the last answer, 0 when none came
/// @param redirects steps on the way, in order
/// @param url where the way ended
/// @param address the peer of the last page, empty when an upstream proxy chose it or none was reached
/// @param title of the page, or empty
/// @param forms with what they ask for and where they post to
/// @param notice what stands there instead of a page, where one is recognised
/// @param desktop picture at desktop size
/// @param phone picture at phone size
/// @param favicon as served
/// @param dom the page's DOM when it had settled, as HTML
/// @param har all requests, as HTTP Archive 1.2
/// @param tls of the last page, when it is https
/// @param otherAgent what a second visit under another user agent saw
/// @param resources everything the page loaded
/// @param cut what was left out, in plain words: `time`, `bytes`, `requests`, `redirects`, `connections`, or
///     `browser` where there is one that does not run in its sandbox
public record Landing(
        State state,
        Means means,
        int status,
        List<Redirect> redirects,
        String url,
        Optional<IpAddress> address,
        String title,
        List<Form> forms,
        Optional<Notice> notice,
        Optional<Sha256> desktop,
        Optional<Sha256> phone,
        Optional<Sha256> favicon,
        Optional<Sha256> dom,
        Optional<Sha256> har,
        Optional<Tls> tls,
        Optional<Contrast> otherAgent,
        List<Resource> resources,
        List<String> cut) {

    public Landing {
        redirects = List.copyOf(redirects);
        forms = List.copyOf(forms);
        resources = List.copyOf(resources);
        cut = List.copyOf(cut);
    }

    /// How the visit ended. `not-asked` and `failed` are states of the [Lookup] around it.
    public enum State {
        /// A page without a form that takes input.
        OK,
        /// A page with a form that takes input.
        FORM,
        TIMEOUT,
        NXDOMAIN,
        /// No connection.
        REFUSED,
        /// A status of 400 or more.
        HTTP_ERROR,
        /// Somebody stands before the page: a warning of the browser or of a service, or our own guard (`cut` has
        /// `inner-address`).
        BLOCKED,
        /// No TLS handshake came about.
        TLS_ERROR;

        /// The word of `case.json`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// The state of a visit in the word of `case.json`, `not-asked` and `failed` included.
    public static String state(Lookup<Landing> visit) {
        return switch (visit) {
            case Lookup.Found<Landing> found -> found.value().state().code();
            case Lookup.NotListed<Landing> _, Lookup.NotAsked<Landing> _ -> "not-asked";
            case Lookup.Failed<Landing> _ -> "failed";
        };
    }

    public enum Means {
        /// A headless browser that runs the page's scripts.
        BROWSER,
        /// One plain fetch: no script ran, nothing was drawn.
        PLAIN
    }

    /// One step from page to page.
    ///
    /// @param how `http`, `meta` or `script`
    /// @param status of an HTTP redirect, 0 for the others
    public record Redirect(String how, int status, String from, String to) {}

    /// @param action where it posts to, absolute; the page itself when none is written
    /// @param method `get` or `post`
    public record Form(String action, String method, List<Field> fields) {

        public Form {
            fields = List.copyOf(fields);
        }
    }

    /// A field that a visitor can fill in.
    ///
    /// @param type as the browser reads it: `text`, `password`, `email`, `tel`, `select` …
    /// @param label what the page writes beside or into it, or empty
    /// @param autocomplete its hint, as `cc-number`, or empty
    public record Field(String type, String name, String label, String autocomplete) {}

    /// A page that stands in place of the real one.
    ///
    /// @param kind what it is
    /// @param by who put it there (`Cloudflare`), or empty
    /// @param phrase the words by which it was recognised
    public record Notice(Kind kind, String by, String phrase) {

        public enum Kind {
            /// The registrar or registry took the domain out of use.
            REGISTRAR_HOLD,
            /// The hosting company took the site out of use.
            HOSTING_SUSPENDED,
            /// Parked or for sale.
            PARKED,
            /// A warning of phishing or malware.
            WARNING,
            /// A check that asks whether the visitor is human.
            HUMAN_CHECK;

            public String code() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /// The certificate that the server showed. One that does not validate does not stop the visit.
    ///
    /// @param fault why it does not validate, empty when it does
    /// @param protocol as `TLSv1.3`
    public record Tls(
            String subject,
            String issuer,
            List<String> names,
            Instant notBefore,
            Instant notAfter,
            String protocol,
            String fault,
            Sha256 certificate) {

        public Tls {
            names = List.copyOf(names);
        }
    }

    /// A second look under another user agent.
    ///
    /// @param agent whose name was worn, as `iPhone Safari`
    /// @param differs whether it saw another page
    public record Contrast(String agent, State state, int status, String url, String title, boolean differs) {}

    /// @param type as `document`, `script`, `image`
    /// @param sha256 of its body, empty when none came
    public record Resource(String url, String type, int status, long size, Optional<Sha256> sha256) {}
}
