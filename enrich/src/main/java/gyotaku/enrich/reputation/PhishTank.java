package gyotaku.enrich.reputation;

import com.google.auto.service.AutoService;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.Reading;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.service.Inquiry;
import gyotaku.enrich.service.Service;
import gyotaku.enrich.service.Subject;
import gyotaku.enrich.source.Setting;
import gyotaku.enrich.source.Source;
import gyotaku.enrich.source.Terms;
import gyotaku.enrich.source.Wire;
import gyotaku.model.Limits;
import gyotaku.model.Why;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// The list of verified phishing URLs of PhishTank, of the operator's own download (online-valid.csv).
@AutoService(Source.class)
public final class PhishTank implements Service {

    private static final String SOURCE = "phishtank";

    private final Feed feed = new Feed(
            SOURCE,
            Setting.place(SOURCE + ".feed", "", "a file or URL of online-valid.csv of PhishTank; empty: not asked"),
            Feed::secondColumn);

    @Override
    public String key() {
        return SOURCE;
    }

    @Override
    public String name() {
        return "PhishTank";
    }

    @Override
    public List<Setting> settings() {
        return List.of(feed.place());
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return feed.terms(settings, limits);
    }

    @Override
    public Privacy sends(String subject) {
        return Privacy.NONE;
    }

    @Override
    public Optional<Why.Reason> hindrance(SourceSettings settings) {
        return feed.hindrance(settings);
    }

    @Override
    public List<Inquiry> about(List<Subject> subjects, SourceSettings settings) {
        return feed.about(subjects);
    }

    @Override
    public byte[] ask(String subject, Wire wire) throws IOException {
        return feed.ask(subject, wire);
    }

    @Override
    public Reading<String> read(byte[] body, Subject subject) {
        return Feed.read(body);
    }
}
