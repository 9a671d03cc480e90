package gyotaku.enrich.egress;

import gyotaku.model.Why;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/// HTTP to addresses that were checked before: one request, one connection, no cookies, no retries, no content
/// coding.
public final class HttpFetch {

    /// Against chains of redirects that walk through our network (RDAP needs one, seldom two).
    private static final int REDIRECTS = 2;

    private final Guard guard;
    private final int answerBytes;
    private final Timeout patience;

    public HttpFetch(Guard guard, int answerBytes, java.time.Duration patience) {
        this.guard = guard;
        this.answerBytes = answerBytes;
        this.patience = Timeout.of(patience);
    }

    /// How far the place of the first request is trusted; redirects to elsewhere are always a stranger's.
    public enum Standing {
        OPERATORS,
        NEIGHBOUR,
        STRANGER
    }

    public record Fetched(int status, byte[] body) {}

    private record Step(Fetched fetched, Optional<URI> next) {}

    public Fetched get(URI start, Standing standing) throws IOException {
        return follow(start, standing, "application/rdap+json, application/json", false);
    }

    /// What a stranger names, by TLS from the first request to the last redirect.
    public Fetched secure(URI start, String accepted) throws IOException {
        return follow(start, Standing.STRANGER, accepted, true);
    }

    private Fetched follow(URI start, Standing standing, String accepted, boolean secure) throws IOException {
        URI at = start;
        for (int redirects = 0; redirects <= REDIRECTS; redirects++) {
            if (secure && !"https".equalsIgnoreCase(at.getScheme())) {
                throw new NoAnswer(Why.Reason.FORBIDDEN_ADDRESS, "no https");
            }
            HttpGet request = new HttpGet(at);
            request.setHeader("Accept", accepted);
            Step step = once(request, at, sameOrigin(start, at) ? standing : Standing.STRANGER);
            if (step.next.isEmpty()) {
                return step.fetched;
            }
            at = step.next.get();
        }
        throw new NoAnswer(Why.Reason.SERVER_ERROR, "too many redirects");
    }

    /// A question to an operator's endpoint; a redirect is an error.
    public Fetched post(URI target, byte[] json) throws IOException {
        return post(target, ContentType.APPLICATION_JSON, json, Map.of());
    }

    /// The same with a form, and with a key in the head.
    public Fetched form(URI target, String form, Map<String, String> headers) throws IOException {
        byte[] body = form.getBytes(StandardCharsets.US_ASCII);
        return post(target, ContentType.APPLICATION_FORM_URLENCODED, body, headers);
    }

    /// A question in a form of its own to an operator's endpoint; a redirect is an error.
    ///
    /// @param type media type of the question
    public Fetched post(URI target, String type, byte[] body) throws IOException {
        return post(target, ContentType.create(type), body, Map.of());
    }

    private Fetched post(URI target, ContentType type, byte[] body, Map<String, String> headers) throws IOException {
        HttpPost request = new HttpPost(target);
        request.setEntity(new ByteArrayEntity(body, type));
        headers.forEach(request::setHeader);
        return once(request, target, Standing.OPERATORS).fetched;
    }

    /// A question to an operator's endpoint with a key in its head. A redirect is an error, so that the key goes
    /// nowhere else.
    public Fetched keyed(URI target, Map<String, String> headers) throws IOException {
        HttpGet request = new HttpGet(target);
        request.setHeader("Accept", "application/json");
        headers.forEach(request::setHeader);
        return once(request, target, Standing.OPERATORS).fetched;
    }

    private Step once(ClassicHttpRequest request, URI at, Standing standing) throws IOException {
        HttpHost host = host(at);
        List<InetAddress> checked = checked(host, standing);
        request.setHeader("User-Agent", "gyotaku");
        try (CloseableHttpClient client = client(new Pinned(checked))) {
            return client.execute(host, request, response -> step(at, response));
        }
    }

    private List<InetAddress> checked(HttpHost host, Standing standing) throws IOException {
        return switch (standing) {
            case OPERATORS -> guard.operators(host.getHostName());
            case NEIGHBOUR -> guard.neighbour(host.getHostName(), host.getPort());
            case STRANGER -> guard.stranger(host.getHostName(), host.getPort());
        };
    }

    private static HttpHost host(URI at) throws NoAnswer {
        String scheme = at.getScheme();
        if (at.getHost() == null || !"https".equals(scheme) && !"http".equals(scheme)) {
            throw new NoAnswer(Why.Reason.FORBIDDEN_ADDRESS, "no web address");
        }
        String name = at.getHost().startsWith("[")
                ? at.getHost().substring(1, at.getHost().length() - 1)
                : at.getHost();
        return new HttpHost(scheme, name, at.getPort() >= 0 ? at.getPort() : scheme.equals("https") ? 443 : 80);
    }

    private static boolean sameOrigin(URI one, URI other) throws NoAnswer {
        return host(one).equals(host(other));
    }

    private Step step(URI at, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        Header location = response.getFirstHeader("Location");
        if (status >= 300 && status < 400 && location != null) {
            return new Step(new Fetched(status, new byte[0]), Optional.of(resolved(at, location.getValue())));
        }
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Step(new Fetched(status, new byte[0]), Optional.empty());
        }
        try (InputStream in = entity.getContent()) {
            return new Step(new Fetched(status, Bounded.whole(in, answerBytes)), Optional.empty());
        }
    }

    private static URI resolved(URI at, String location) throws NoAnswer {
        try {
            return at.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new NoAnswer(Why.Reason.SERVER_ERROR, "redirect to no URL");
        }
    }

    private CloseableHttpClient client(DnsResolver pinned) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(pinned)
                .setConnectionFactory(org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(100)
                                .setMaxLineLength(16 << 10)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(patience)
                        .setSocketTimeout(patience)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(patience).build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }

    /// Gives back what the guard has checked, whatever is asked.
    private record Pinned(List<InetAddress> checked) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return checked.toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
