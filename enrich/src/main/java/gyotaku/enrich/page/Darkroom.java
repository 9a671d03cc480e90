package gyotaku.enrich.page;

import gyotaku.enrich.CaptureSettings;
import gyotaku.enrich.Egress;
import gyotaku.enrich.Reply;
import gyotaku.enrich.egress.NoAnswer;
import gyotaku.model.Sha256;
import gyotaku.model.Why;
import gyotaku.model.mail.ParsedMail;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Makes pictures of the HTML of mails, on this machine and without a network. One browser at a time: each takes some
/// hundred megabytes.
public final class Darkroom {

    /// For one mail. A page that takes longer is made to take long.
    static final Duration MOST = Duration.ofSeconds(10);

    /// For the mails before it.
    private static final Duration TURN = Duration.ofSeconds(60);

    private final CaptureSettings settings;
    private final Semaphore one = new Semaphore(1, true);

    public Darkroom(CaptureSettings settings) {
        this.settings = settings;
    }

    /// The same way out, which also answers what that mail looks like. That alone sends nothing, so it is answered
    /// off-line as well.
    ///
    /// @param now the time of the analysis
    public Egress beside(Egress out, ParsedMail mail, Instant now) {
        Map<Sha256, byte[]> made = new ConcurrentHashMap<>();
        return question -> switch (question.source()) {
            case RenderingSource.KEY -> rendered(mail, made, now);
            case PageFiles.Pictures.KEY -> {
                byte[] picture = made.remove(new Sha256(question.subject()));
                yield picture == null ? out.ask(question) : new Reply.Answer(picture, now);
            }
            default -> out.ask(question);
        };
    }

    private Reply rendered(ParsedMail mail, Map<Sha256, byte[]> made, Instant now) {
        Optional<Why.Reason> hindrance = hindrance();
        if (hindrance.isPresent()) {
            return new Reply.Unasked(Why.of(hindrance.get()), now);
        }
        try {
            String html = Stage.of(mail).orElseThrow(() -> new NoAnswer(Why.Reason.UNREADABLE, "no HTML"));
            return new Reply.Answer(inTurn(html, made).bytes(), now);
        } catch (NoAnswer e) {
            return new Reply.Silence(e.why(), now);
        } catch (IOException e) {
            return new Reply.Silence(new Why(Why.Reason.NO_PICTURE, String.valueOf(e.getMessage())), now);
        }
    }

    private Optional<Why.Reason> hindrance() {
        if (!settings.rendering()) {
            return Optional.of(Why.Reason.NOT_CONFIGURED);
        }
        return Chromium.find(settings.browser()).isPresent() ? Optional.empty() : Optional.of(Why.Reason.NO_BROWSER);
    }

    private Developed inTurn(String html, Map<Sha256, byte[]> made) throws IOException {
        Path browser = Chromium.find(settings.browser())
                .orElseThrow(() -> new NoAnswer(Why.Reason.NO_BROWSER, "it went away"));
        try {
            if (!one.tryAcquire(TURN.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new NoAnswer(Why.Reason.OUT_OF_TIME, "other mails were before it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        try {
            return LetterLook.at(html, browser, System.nanoTime() + MOST.toNanos(), made);
        } finally {
            one.release();
        }
    }
}
