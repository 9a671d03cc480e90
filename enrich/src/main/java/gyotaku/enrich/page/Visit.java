package gyotaku.enrich.page;

import gyotaku.model.fact.Landing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The recorded form of one visit, as JSON: what was seen, before anything is made of it. Digests are 64 hexadecimal
/// digits, or empty.
///
/// @param means `browser` or `plain`
/// @param address the peer of the last page, or empty
/// @param tls of the last page
/// @param looks the first under a desktop's user agent, the second under a phone's
record Visit(String schema, String means, String address, Optional<Certificate> tls, List<Look> looks) {

    private static final String SCHEMA = "gyotaku-visit/1";

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(256 << 10)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    Visit {
        looks = List.copyOf(looks);
    }

    Visit(Landing.Means means, String address, Optional<Certificate> tls, List<Look> looks) {
        this(SCHEMA, means == Landing.Means.BROWSER ? "browser" : "plain", address, tls, looks);
    }

    /// @param agent whose name was worn
    /// @param url where the way ended
    /// @param status of the last answer, 0 for none
    /// @param error how the way out ended, in [Ending]'s words
    /// @param text what a visitor reads first, some thousand characters
    record Look(
            String agent,
            String url,
            int status,
            Ending error,
            List<Landing.Redirect> redirects,
            String title,
            String text,
            List<Landing.Form> forms,
            String picture,
            String dom,
            String favicon,
            String har,
            List<Body> resources,
            List<String> cut) {

        Look {
            redirects = List.copyOf(redirects);
            forms = List.copyOf(forms);
            resources = List.copyOf(resources);
            cut = List.copyOf(cut);
        }

        Look withFavicon(String digest) {
            return new Look(
                    agent, url, status, error, redirects, title, text, forms, picture, dom, digest, har, resources,
                    cut);
        }

        Look withCut(List<String> more) {
            List<String> all =
                    Stream.concat(cut.stream(), more.stream()).distinct().toList();
            return new Look(
                    agent, url, status, error, redirects, title, text, forms, picture, dom, favicon, har, resources,
                    all);
        }

        /// Nothing came.
        static Look dead(String agent, String url, Ending ending, List<Landing.Redirect> redirects, List<String> cut) {
            List<String> all = Stream.concat(
                            cut.stream(), Stream.of("inner-address").filter(_ -> ending == Ending.INNER_ADDRESS))
                    .distinct()
                    .toList();
            return new Look(agent, url, 0, ending, redirects, "", "", List.of(), "", "", "", "", List.of(), all);
        }
    }

    /// How the way to a page ended.
    enum Ending {
        ANSWERED,
        TIMEOUT,
        NXDOMAIN,
        REFUSED,
        TLS_ERROR,
        /// By the browser itself.
        BLOCKED,
        /// By our guard: it leads to an inner address or a forbidden port.
        INNER_ADDRESS
    }

    record Body(String url, String type, int status, long size, String sha256) {}

    record Certificate(
            String subject,
            String issuer,
            List<String> names,
            String notBefore,
            String notAfter,
            String protocol,
            String fault,
            String sha256) {

        Certificate {
            names = List.copyOf(names);
        }
    }

    byte[] bytes() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /// Empty when it is no visit.
    static Optional<Visit> read(byte[] recorded) {
        try {
            return Optional.of(JSON.readValue(recorded, Visit.class))
                    .filter(visit ->
                            SCHEMA.equals(visit.schema()) && !visit.looks().isEmpty());
        } catch (JacksonException | NullPointerException _) {
            return Optional.empty();
        }
    }
}
