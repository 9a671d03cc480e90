package gyotaku.enrich.page;

import gyotaku.enrich.HttpBody;
import gyotaku.enrich.egress.EgressProxy;
import gyotaku.enrich.egress.NoAnswer;
import gyotaku.enrich.page.Visit.Ending;
import gyotaku.enrich.page.Visit.Look;
import gyotaku.model.Sha256;
import gyotaku.model.Why;
import gyotaku.model.fact.Landing.Field;
import gyotaku.model.fact.Landing.Form;
import gyotaku.model.fact.Landing.Redirect;
import java.io.ByteArrayOutputStream;
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
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.CredentialsProviderBuilder;
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

    /// Against a site that sends us round in circles.
    private static final int TEXT_REDIRECTS = 3;

    private static final Set<String> NO_INPUT = Set.of("hidden", "submit", "button", "image", "reset");

    private static final Pattern REFRESH =
            Pattern.compile("^\\s*[0-9.]*\\s*[;,]\\s*(?:url\\s*=)?\\s*['\"]?([^'\"]+)", Pattern.CASE_INSENSITIVE);

    private final EgressProxy proxy;
    private final long deadline;
    private final Map<Sha256, byte[]> files;

    /// @param deadline in the time of `System.nanoTime`; the proxy is closed then
    PlainLook(EgressProxy proxy, long deadline, Map<Sha256, byte[]> files) {
        this.proxy = proxy;
        this.deadline = deadline;
        this.files = files;
    }

    /// @param cut `bytes` or `time`, or empty when the body is whole
    private record Answer(int status, String location, String type, byte[] body, String cut) {}

    Look look(String start) {
        List<Redirect> redirects = new ArrayList<>();
        String at = start;
        try (CloseableHttpClient client = client()) {
            closeInTime();
            while (redirects.size() < Traffic.REDIRECTS) {
                Answer answer = fetched(client, at, PAGE_BYTES);
                Optional<Why> refused = refused(at, answer);
                if (refused.isPresent()) {
                    return dead(at, PageLook.ending(refused.get()), redirects, List.of());
                }
                Optional<Redirect> next = next(at, answer);
                if (next.isEmpty()) {
                    return page(at, answer, redirects);
                }
                redirects.add(next.get());
                at = next.get().to();
            }
            return dead(at, Ending.REFUSED, redirects, List.of("redirects"));
        } catch (IOException | IllegalArgumentException e) {
            return dead(at, ending(at, e), redirects, List.of());
        }
    }

    private Ending ending(String at, Exception thrown) {
        Optional<Why> refused = proxy.refusal(host(at));
        if (refused.isPresent()) {
            return PageLook.ending(refused.get());
        }
        if (!left().isPositive() || thrown instanceof SocketTimeoutException) {
            return Ending.TIMEOUT;
        }
        return thrown instanceof SSLException ? Ending.TLS_ERROR : Ending.REFUSED;
    }

    /// The proxy's own answer is not the site's.
    private Optional<Why> refused(String at, Answer answer) {
        return answer.status == 502 && answer.body.length == 0 ? proxy.refusal(host(at)) : Optional.empty();
    }

    private static String host(String url) {
        return Optional.ofNullable(URI.create(url).getHost())
                .orElse("")
                .replace("[", "")
                .replace("]", "");
    }

    /// Against a server that drips: each byte would be in time, the page never.
    private void closeInTime() {
        Thread.ofVirtual().start(() -> {
            try {
                Thread.sleep(left().isPositive() ? left() : Duration.ZERO);
                proxy.close();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// The bytes of a small picture; none when it is no picture or does not come.
    byte[] picture(String url) {
        try (CloseableHttpClient client = client()) {
            Answer answer = fetched(client, url, PICTURE_BYTES);
            boolean picture = answer.status == 200 && answer.cut.isEmpty() && !answer.type.startsWith("text/");
            return picture ? answer.body : new byte[0];
        } catch (IOException | IllegalArgumentException _) {
            return new byte[0];
        }
    }

    /// The recorded form of a text file; redirects are followed within its host alone.
    ///
    /// @throws IOException when nothing came, or not all of it
    byte[] text(String url, int most) throws IOException {
        String at = url;
        try (CloseableHttpClient client = client()) {
            closeInTime();
            for (int hops = 0; ; hops++) {
                Answer answer = fetched(client, at, most);
                refuse(refused(at, answer));
                Optional<String> next = answer.status >= 300 && answer.status < 400 && hops < TEXT_REDIRECTS
                        ? resolved(at, answer.location).filter(to -> sameSite(url, to))
                        : Optional.empty();
                if (next.isEmpty()) {
                    return recorded(answer);
                }
                at = next.get();
            }
        } catch (IOException e) {
            refuse(proxy.refusal(host(at)));
            throw left().isPositive() ? e : new NoAnswer(Why.Reason.TIMEOUT, "");
        }
    }

    private static void refuse(Optional<Why> refused) throws NoAnswer {
        if (refused.isPresent()) {
            throw new NoAnswer(refused.get().reason(), refused.get().detail());
        }
    }

    private static boolean sameSite(String url, String to) {
        URI from = URI.create(url);
        URI next = URI.create(to);
        return from.getScheme().equals(next.getScheme())
                && String.valueOf(from.getAuthority()).equalsIgnoreCase(next.getAuthority());
    }

    private static byte[] recorded(Answer answer) throws NoAnswer {
        if (!answer.cut.isEmpty()) {
            throw new NoAnswer(answer.cut.equals("time") ? Why.Reason.TIMEOUT : Why.Reason.TOO_LARGE, "");
        }
        return HttpBody.of(answer.status, answer.body);
    }

    private static Look dead(String at, Ending ending, List<Redirect> redirects, List<String> cut) {
        return Look.dead(Agent.DESKTOP.title, at, ending, redirects, cut);
    }

    private Duration left() {
        return Duration.ofNanos(deadline - System.nanoTime());
    }

    private CloseableHttpClient client() throws IOException {
        HttpHost next = new HttpHost("http", "127.0.0.1", proxy.port());
        Timeout patience = Timeout.ofMilliseconds(Math.max(1, left().toMillis()));
        try {
            var anyCertificate = ClientTlsStrategyBuilder.create()
                    .setSslContext(SSLContextBuilder.create()
                            .loadTrustMaterial(TrustAllStrategy.INSTANCE)
                            .build())
                    .setHostnameVerifier(NoopHostnameVerifier.INSTANCE)
                    .buildClassic();
            return HttpClients.custom()
                    .setProxy(next)
                    .setDefaultCredentialsProvider(CredentialsProviderBuilder.create()
                            .add(
                                    new AuthScope(next),
                                    EgressProxy.USER,
                                    proxy.secret().toCharArray())
                            .build())
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
        List<Answer> read = new ArrayList<>();
        try {
            return client.execute(request, response -> {
                read.add(answer(response, most));
                if (!read.getFirst().cut.isEmpty()) {
                    request.cancel();
                }
                return read.getFirst();
            });
        } catch (IOException e) {
            if (read.isEmpty()) {
                throw e;
            }
            return read.getFirst();
        }
    }

    private Answer answer(ClassicHttpResponse response, int most) throws IOException {
        Header location = response.getFirstHeader("Location");
        HttpEntity entity = response.getEntity();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String cut = "";
        String type = "";
        if (entity != null) {
            type = Optional.ofNullable(entity.getContentType()).orElse("").toLowerCase(Locale.ROOT);
            cut = read(entity.getContent(), most, body);
        }
        return new Answer(
                response.getCode(), location == null ? "" : location.getValue(), type, body.toByteArray(), cut);
    }

    /// @return what ended it early, or empty
    private String read(InputStream in, int most, ByteArrayOutputStream body) {
        byte[] buffer = new byte[16 << 10];
        try {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                body.write(buffer, 0, Math.min(n, most - body.size()));
                if (body.size() >= most) {
                    return "bytes";
                }
            }
        } catch (IOException _) {
            // shorter than announced, or closed: what came counts
        }
        return left().isPositive() ? "" : "time";
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
                answer.cut.isEmpty() ? List.of() : List.of(answer.cut));
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
