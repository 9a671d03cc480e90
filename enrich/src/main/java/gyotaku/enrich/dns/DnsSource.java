package gyotaku.enrich.dns;

import com.google.auto.service.AutoService;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.source.Source;
import gyotaku.enrich.source.Terms;
import gyotaku.enrich.source.Wire;
import gyotaku.model.Limits;
import java.io.IOException;
import java.time.Duration;

/// DNS by the configured name servers, or the system's.
@AutoService(Source.class)
public final class DnsSource implements Source {

    @Override
    public String key() {
        return DnsQuestion.SOURCE;
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return Terms.of(limits, "the name servers of dns.servers or of the system")
                .atMost(200, Duration.ofSeconds(1))
                .kept(Duration.ofMinutes(5));
    }

    @Override
    public Privacy sends(String subject) {
        return Privacy.HOSTS;
    }

    @Override
    public byte[] ask(String subject, Wire wire) throws IOException {
        return wire.dns().ask(subject);
    }
}
