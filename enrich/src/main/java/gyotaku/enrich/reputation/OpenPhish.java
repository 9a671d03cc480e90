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

/// The feed of OpenPhish, of the operator's own download: a URL a line.
@AutoService(Source.class)
public final class OpenPhish implements Service {

    private static final String SOURCE = "openphish";

    private final Feed feed = new Feed(
            SOURCE,
            Setting.place(
                    SOURCE + ".feed", "", "a file or URL of the feed of OpenPhish, a URL a line; empty: not asked"),
            Feed::plainLine);

    @Override
    public String key() {
        return SOURCE;
    }

    @Override
    public String name() {
        return "OpenPhish";
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
