package gyotaku.enrich.page;

import com.google.auto.service.AutoService;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.egress.NoAnswer;
import gyotaku.enrich.source.Source;
import gyotaku.enrich.source.Terms;
import gyotaku.enrich.source.Wire;
import gyotaku.model.Limits;
import gyotaku.model.Sha256;
import gyotaku.model.Why;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/// What a visit brought home; the subject is the SHA-256. Pictures and other files are sources of their own, so that
/// the recording can tell them apart.
public abstract sealed class PageFiles implements Source {

    private final String key;

    private PageFiles(String key) {
        this.key = key;
    }

    /// Screenshots, as PNG.
    @AutoService(Source.class)
    public static final class Pictures extends PageFiles {
        public static final String KEY = "page-picture";

        public Pictures() {
            super(KEY);
        }
    }

    /// DOM, HAR, favicon, certificate.
    @AutoService(Source.class)
    public static final class Others extends PageFiles {
        public static final String KEY = "page-file";

        public Others() {
            super(KEY);
        }
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return new Terms(
                Set.of(), limits.sourceTime(), 24 << 20, new Terms.Rate(1_000, Duration.ofSeconds(1)), Duration.ZERO);
    }

    @Override
    public Privacy sends(String subject) {
        return Privacy.NONE;
    }

    @Override
    public byte[] ask(String subject, Wire wire) throws IOException {
        byte[] bytes = wire.files().remove(new Sha256(subject));
        if (bytes == null) {
            throw new NoAnswer(Why.Reason.NOT_RECORDED, "no file of this visit");
        }
        return bytes;
    }
}
