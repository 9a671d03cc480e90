package gyotaku.enrich.ipdata;

import com.google.auto.service.AutoService;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.source.Source;
import gyotaku.enrich.source.Terms;
import gyotaku.enrich.source.Wire;
import gyotaku.model.Limits;
import java.time.Duration;

/// The IP data that comes with the program.
@AutoService(Source.class)
public final class IpDataSource implements Source {

    private final IpData shipped = IpData.shipped();

    @Override
    public String key() {
        return IpData.SOURCE;
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return Terms.of(limits).kept(Duration.ZERO);
    }

    @Override
    public Privacy sends(String subject) {
        return Privacy.NONE;
    }

    @Override
    public byte[] ask(String subject, Wire wire) {
        return shipped.answer(subject);
    }
}
