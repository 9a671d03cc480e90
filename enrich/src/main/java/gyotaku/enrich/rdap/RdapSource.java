package gyotaku.enrich.rdap;

import com.google.auto.service.AutoService;
import gyotaku.enrich.HttpBody;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.egress.Guard;
import gyotaku.enrich.egress.HttpFetch;
import gyotaku.enrich.egress.HttpFetch.Standing;
import gyotaku.enrich.source.Source;
import gyotaku.enrich.source.Terms;
import gyotaku.enrich.source.Wire;
import gyotaku.model.Limits;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/// RDAP of the registries, found by the IANA bootstrap files.
@AutoService(Source.class)
public final class RdapSource implements Source {

    @Override
    public String key() {
        return Bootstrap.SOURCE;
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return Terms.of(limits, "rdap.bootstrap", "the registries that it names")
                .atMost(10, Duration.ofSeconds(1))
                .kept(Duration.ofHours(6));
    }

    @Override
    public Privacy sends(String subject) {
        return Privacy.HOSTS;
    }

    @Override
    public byte[] ask(String subject, Wire wire) throws IOException {
        return HttpBody.of(fetched(subject, wire));
    }

    private static HttpFetch.Fetched fetched(String subject, Wire wire) throws IOException {
        URI base = wire.settings().rdapBootstrap();
        if (subject.startsWith(Bootstrap.PREFIX)) {
            String root = base.toString();
            String file = subject.substring(Bootstrap.PREFIX.length());
            return wire.http().get(URI.create(root + (root.endsWith("/") ? "" : "/") + file), Standing.OPERATORS);
        }
        boolean neighbours = base.getHost() != null && Guard.isLoopback(base.getHost());
        return wire.http().get(URI.create(subject), neighbours ? Standing.NEIGHBOUR : Standing.STRANGER);
    }
}
