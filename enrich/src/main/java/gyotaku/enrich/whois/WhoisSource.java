package gyotaku.enrich.whois;

import com.google.auto.service.AutoService;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.source.Source;
import gyotaku.enrich.source.Terms;
import gyotaku.enrich.source.Wire;
import gyotaku.model.Limits;
import java.io.IOException;
import java.time.Duration;

/// WHOIS of the registries, found by referral from IANA, or of the operator's server.
@AutoService(Source.class)
public final class WhoisSource implements Source {

    @Override
    public String key() {
        return WhoisTransport.SOURCE;
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return Terms.of(limits, "whois.server, or whois.iana.org and the registries that it names")
                .atMost(5, Duration.ofSeconds(1))
                .kept(Duration.ofHours(6));
    }

    @Override
    public Privacy sends(String subject) {
        return Privacy.HOSTS;
    }

    @Override
    public byte[] ask(String subject, Wire wire) throws IOException {
        return new WhoisTransport(
                        wire.settings().whoisServer(),
                        wire.guard(),
                        wire.terms().time())
                .ask(subject);
    }
}
