package gyotaku.enrich.page;

import gyotaku.enrich.egress.Bounded;
import gyotaku.enrich.page.Visit.Ending;
import gyotaku.enrich.page.Visit.Look;
import gyotaku.model.Sha256;
import gyotaku.model.fact.Landing.Field;
import gyotaku.model.fact.Landing.Form;
import gyotaku.model.fact.Landing.Redirect;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TrustAllStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.apache.hc.core5.util.Timeout;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// A page fetched without a browser: redirects by HTTP and `meta` are followed, no script runs, nothing is drawn.
/// Everything goes through the guarded proxy, so that what holds for the browser holds here.
final class PlainLook {

    /// Of one page: against floods and decompression bombs.
    private static final int PAGE_BYTES = 2 << 20;

    private static final int PICTURE_BYTES = 256 << 10;

    private static final Set<String> NO_INPUT = Set.of("hidden", "submit", "button", "image", "reset");

    private static final Pattern REFRESH =
            Pattern.compile("^\\s*[0-9.]*\\s*[;,]\\s*(?:url\\s*=)?\\s*['\"]?([^'\"]+)", Pattern.CASE_INSENSITIVE);

    private final int proxyPort;
    private final long deadline;
    private final Map<Sha256, byte[]> files;

    /// @param deadline in the time of `System.nanoTime`
    PlainLook(int proxyPort, long deadline, Map<Sha256, byte[]> files) {
        this.proxyPort = proxyPort;
        this.deadline = deadline;
        this.files = files;
    }

    private record Answer(int status, String location, String type, byte[] body, boolean whole) {}

    Look look(String start) {
        List<Redirect> redirects = new ArrayList<>();
        String at = start;
        try (CloseableHttpClient client = client()) {
            while (redirects.size() < Traffic.REDIRECTS) {
                Answer answer = fetched(client, at, PAGE_BYTES);
                Optional<Redirect> next = next(at, answer);
                if (next.isEmpty()) {
                    return page(at, answer, redirects);
                }
                redirects.add(next.get());
                at = next.get().to();
            }
            return dead(at, Ending.REFUSED, redirects, List.of("redirects"));
        } catch (SSLException _) {
            return dead(at, Ending.TLS_ERROR, redirects, List.of());
        } catch (SocketTimeoutException _) {
            return dead(at, Ending.TIMEOUT, redirects, List.of());
        } catch (IOException | IllegalArgumentException _) {
            return dead(at, left().isPositive() ? Ending.REFUSED : Ending.TIMEOUT, redirects, List.of());
        }
    }

    /// The bytes of a small picture; none when it is no picture or does not come.
    byte[] picture(String url) {
        try (CloseableHttpClient client = client()) {
            Answer answer = fetched(client, url, PICTURE_BYTES);
            boolean picture = answer.status == 200 && answer.whole && !answer.type.startsWith("text/");
            return picture ? answer.body : new byte[0];
        } catch (IOException | IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private static Look dead(String at, Ending ending, List<Redirect> redirects, List<String> cut) {
        return Look.dead(Agent.DESKTOP.title, at, ending, redirects, cut);
    }

    private Duration left() {
        return Duration.ofNanos(deadline - System.nanoTime());
    }

    private CloseableHttpClient client() throws IOException {
        Timeout patience = Timeout.ofMilliseconds(Math.max(1, left().toMillis()));
        try {
            var anyCertificate = ClientTlsStrategyBuilder.create()
                    .setSslContext(SSLContextBuilder.create()
                            .loadTrustMaterial(TrustAllStrategy.INSTANCE)
                            .build())
                    .setHostnameVerifier(NoopHostnameVerifier.INSTANCE)
                    .buildClassic();
            return HttpClients.custom()
                    .setProxy(new HttpHost("http", "127.0.0.1", proxyPort))
                    .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                            .setTlsSocketStrategy(anyCertificate)
                            .setDefaultConnectionConfig(ConnectionConfig.custom()
                                    .setConnectTimeout(patience)
                                    .setSocketTimeout(patience)
                                    .build())
                            .build())
                    .setDefaultRequestConfig(
                            RequestConfig.custom().setResponseTimeout(patience).build())
                    .setUserAgent(Agent.DESKTOP.userAgent)
                    .disableAutomaticRetries()
                    .disableRedirectHandling()
                    .disableCookieManagement()
                    .disableAuthCaching()
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IOException("no TLS on this platform", e);
        }
    }

    private Answer fetched(CloseableHttpClient client, String url, int most) throws IOException {
        HttpGet request = new HttpGet(URI.create(url));
        request.setHeader("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        request.setHeader("Accept-Language", "ja,en;q=0.8");
        return client.execute(request, response -> answer(response, most));
    }

    private Answer answer(ClassicHttpResponse response, int most) throws IOException {
        Header location = response.getFirstHeader("Location");
        HttpEntity entity = response.getEntity();
        byte[] body = new byte[0];
        String type = "";
        if (entity != null) {
            type = Optional.ofNullable(entity.getContentType()).orElse("").toLowerCase(Locale.ROOT);
            try (InputStream in = entity.getContent()) {
                body = Bounded.head(in, most + 1);
            }
        }
        boolean whole = body.length <= most;
        return new Answer(
                response.getCode(),
                location == null ? "" : location.getValue(),
                type,
                whole ? body : java.util.Arrays.copyOf(body, most),
                whole);
    }

    private Optional<Redirect> next(String at, Answer answer) {
        if (answer.status >= 300 && answer.status < 400 && !answer.location.isEmpty()) {
            return resolved(at, answer.location).map(to -> new Redirect("http", answer.status, at, to));
        }
        Element meta = document(at, answer).selectFirst("meta[http-equiv=refresh i]");
        Matcher refresh = REFRESH.matcher(meta == null ? "" : meta.attr("content"));
        return refresh.find()
                ? resolved(at, refresh.group(1).strip()).map(to -> new Redirect("meta", 0, at, to))
                : Optional.empty();
    }

    private static Optional<String> resolved(String at, String to) {
        try {
            URI next = URI.create(at).resolve(to);
            return String.valueOf(next.getScheme()).startsWith("http")
                    ? Optional.of(next.toString())
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Document document(String at, Answer answer) {
        if (!answer.type.isEmpty() && !answer.type.contains("html")) {
            return Document.createShell(at);
        }
        var charset = Optional.ofNullable(ContentType.parseLenient(answer.type)).map(ContentType::getCharset);
        try {
            return Jsoup.parse(
                    new java.io.ByteArrayInputStream(answer.body),
                    charset.map(Object::toString).orElse(null),
                    at);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Look page(String at, Answer answer, List<Redirect> redirects) {
        Document document = document(at, answer);
        Sha256 digest = Sha256.of(answer.body);
        files.put(digest, answer.body);
        String text = document.body() == null ? "" : document.body().text();
        return new Look(
                Agent.DESKTOP.title,
                at,
                answer.status,
                Ending.ANSWERED,
                redirects,
                document.title(),
                text.substring(0, Math.min(text.length(), 4_000)),
                forms(document, at),
                "",
                digest.hex(),
                "",
                "",
                List.of(new Visit.Body(at, "document", answer.status, answer.body.length, digest.hex())),
                answer.whole ? List.of() : List.of("bytes"));
    }

    private static List<Form> forms(Document document, String at) {
        List<Form> forms = new ArrayList<>();
        for (Element form : document.select("form")) {
            List<Field> fields = fields(form.select("input,select,textarea"));
            if (!fields.isEmpty() && forms.size() < 20) {
                String action = form.attr("action").isEmpty() ? at : form.absUrl("action");
                boolean post = form.attr("method").equalsIgnoreCase("post");
                forms.add(new Form(action, post ? "post" : "get", fields));
            }
        }
        List<Element> loose = document.select("input,select,textarea").stream()
                .filter(input -> input.closest("form") == null)
                .toList();
        List<Field> fields = fields(loose);
        if (!fields.isEmpty()) {
            forms.add(new Form(at, "get", fields));
        }
        return forms;
    }

    private static List<Field> fields(List<Element> inputs) {
        return inputs.stream()
                .filter(input -> !NO_INPUT.contains(input.attr("type").toLowerCase(Locale.ROOT)))
                .limit(60)
                .map(input -> new Field(
                        type(input),
                        input.attr("name").isEmpty() ? input.id() : input.attr("name"),
                        input.attr("placeholder").isEmpty() ? input.attr("aria-label") : input.attr("placeholder"),
                        input.attr("autocomplete")))
                .toList();
    }

    private static String type(Element input) {
        if (!input.normalName().equals("input")) {
            return input.normalName();
        }
        String type = input.attr("type").toLowerCase(Locale.ROOT);
        return type.isEmpty() ? "text" : type;
    }
}
