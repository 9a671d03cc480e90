package gyotaku.enrich.bimi;

import com.google.auto.service.AutoService;
import gyotaku.enrich.HttpBody;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.source.Source;
import gyotaku.enrich.source.Terms;
import gyotaku.enrich.source.Wire;
import gyotaku.model.Limits;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/// Mark certificates lie on a server that the sender may own: it would learn that somebody looks into his mail, so
/// it takes leave to send URLs.
@AutoService(Source.class)
public final class MarkSource implements Source {

    @Override
    public String key() {
        return MarkCertificate.SOURCE;
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return Terms.of(limits, "the server that the BIMI record of the sender names")
                .atMost(5, Duration.ofSeconds(1));
    }

    @Override
    public Privacy sends(String subject) {
        return Privacy.URLS;
    }

    @Override
    public byte[] ask(String subject, Wire wire) throws IOException {
        return HttpBody.of(wire.http().secure(URI.create(subject), "application/pem-certificate-chain, */*"));
    }
}
