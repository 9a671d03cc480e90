package gyotaku.enrich.page;

import gyotaku.enrich.CaptureSettings;
import gyotaku.enrich.LiveEgress;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.Question;
import gyotaku.enrich.Reading;
import gyotaku.enrich.Reply;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.egress.HostPort;
import gyotaku.model.Limits;
import gyotaku.model.Sha256;
import gyotaku.model.Why;
import gyotaku.model.fact.Landing;
import gyotaku.testkit.ClosedInternet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;

/// Visits in a closed internet, as a mail's look-ups make them.
final class Visits implements AutoCloseable {

    private final LiveEgress live;

    /// @param browser empty for the one on the path
    Visits(ClosedInternet internet, Optional<Path> browser, Duration timeout) {
        this(
                internet,
                new CaptureSettings(
                        true, browser, Optional.of(new HostPort("127.0.0.1", internet.proxyPort())), timeout));
    }

    Visits(ClosedInternet internet, CaptureSettings capture) {
        SourceSettings settings = new SourceSettings(
                java.util.List.of("127.0.0.1:" + internet.dnsPort()),
                internet.rdapBootstrap(),
                Optional.empty(),
                new TreeMap<>(),
                Privacy.HOSTS,
                capture);
        this.live = new LiveEgress(settings, Limits.standard(), Clock.systemUTC());
    }

    Landing to(String url) {
        return switch (live.ask(new Question(PageSource.KEY, url))) {
            case Reply.Answer(byte[] body, var _) ->
                switch (PageReading.read(body)) {
                    case Reading.Says<Landing> says -> says.value();
                    case Reading.Nothing<Landing> nothing -> throw new AssertionError(nothing.excerpt());
                    case Reading.Unusable<Landing> unusable -> throw new AssertionError(unusable.why());
                };
            case Reply.Silence silence -> throw new AssertionError(silence.why());
            case Reply.Unasked unasked -> throw new AssertionError(unasked.why());
        };
    }

    /// Why there is no visit.
    Optional<Why> why(String url) {
        return live.ask(new Question(PageSource.KEY, url)) instanceof Reply.Silence silence
                ? Optional.of(silence.why())
                : Optional.empty();
    }

    byte[] picture(Sha256 digest) {
        return bytes(new Question(PageFiles.Pictures.KEY, digest.hex()));
    }

    byte[] file(Sha256 digest) {
        return bytes(new Question(PageFiles.Others.KEY, digest.hex()));
    }

    private byte[] bytes(Question question) {
        return switch (live.ask(question)) {
            case Reply.Answer(byte[] body, var _) -> body;
            case Reply.Silence silence -> throw new AssertionError(silence.why());
            case Reply.Unasked unasked -> throw new AssertionError(unasked.why());
        };
    }

    @Override
    public void close() {
        live.close();
    }
}
