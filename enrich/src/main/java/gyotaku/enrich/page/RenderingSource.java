package gyotaku.enrich.page;

import com.google.auto.service.AutoService;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.Question;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.egress.NoAnswer;
import gyotaku.enrich.source.Source;
import gyotaku.enrich.source.Terms;
import gyotaku.enrich.source.Wire;
import gyotaku.model.Limits;
import gyotaku.model.Sha256;
import gyotaku.model.Why;
import gyotaku.model.mail.ParsedMail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// The picture of a mail's HTML; the subject is the SHA-256 of that HTML. No way out has it: [Darkroom] makes it here.
@AutoService(Source.class)
public final class RenderingSource implements Source {

    public static final String KEY = "rendering";

    /// @return empty when the mail has no HTML that a reader sees
    public static Optional<Question> question(ParsedMail mail) {
        return Stage.of(mail)
                .map(html -> new Question(
                        KEY, Sha256.of(html.getBytes(StandardCharsets.UTF_8)).hex()));
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return new Terms(Set.of(), Darkroom.MOST, 1, new Terms.Rate(1_000, Duration.ofSeconds(1)), Duration.ZERO);
    }

    @Override
    public Privacy sends(String subject) {
        return Privacy.NONE;
    }

    @Override
    public Optional<Why.Reason> hindrance(SourceSettings settings) {
        return Optional.of(Why.Reason.NOT_CONFIGURED);
    }

    @Override
    public byte[] ask(String subject, Wire wire) throws IOException {
        throw new NoAnswer(Why.Reason.NOT_CONFIGURED, "it is made here");
    }
}
