package gyotaku.enrich.ipdata;

import com.google.auto.service.AutoService;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.egress.NoAnswer;
import gyotaku.enrich.source.Setting;
import gyotaku.enrich.source.Source;
import gyotaku.enrich.source.Terms;
import gyotaku.enrich.source.Wire;
import gyotaku.model.Limits;
import gyotaku.model.Why;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The IP data that comes with the program, beneath the files of the operator.
@AutoService(Source.class)
public final class IpDataSource implements Source {

    private final Map<List<String>, IpData> opened = new ConcurrentHashMap<>();

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
    public List<Setting> settings() {
        return List.of(IpDatabases.SETTING);
    }

    /// Files are opened once for all mails.
    @Override
    public byte[] ask(String subject, Wire wire) throws IOException {
        List<String> paths = wire.settings().ownList(IpDatabases.SETTING.path());
        try {
            return opened.computeIfAbsent(paths, _ -> IpData.of(wire.settings()))
                    .answer(subject);
        } catch (UncheckedIOException e) {
            throw new NoAnswer(Why.Reason.UNREADABLE, IpDatabases.SETTING.path());
        }
    }
}
