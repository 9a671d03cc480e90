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

/// DNS block lists of domains, as the operator chose them.
@AutoService(Source.class)
public final class BlockedDomains implements Service {

    private static final BlockList LIST = new BlockList(
            "dnsbl-domain",
            Setting.choice(
                    "dnsbl.domains",
                    "",
                    "zones of DNS block lists that are asked about domains, a list; empty: not asked"));

    @Override
    public String key() {
        return LIST.source();
    }

    @Override
    public String name() {
        return "DNS block lists of domains";
    }

    @Override
    public List<Setting> settings() {
        return List.of(LIST.zones());
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return Terms.of(limits, "the name servers of dnsbl.domains, by those of dns.servers or of the system");
    }

    @Override
    public Privacy sends(String subject) {
        return Privacy.HOSTS;
    }

    @Override
    public Optional<Why.Reason> hindrance(SourceSettings settings) {
        return LIST.hindrance(settings);
    }

    @Override
    public List<Inquiry> about(List<Subject> subjects, SourceSettings settings) {
        return subjects.stream()
                .filter(Subject.Domain.class::isInstance)
                .flatMap(domain -> LIST.about(domain, domain.text(), settings).stream())
                .toList();
    }

    @Override
    public byte[] ask(String subject, Wire wire) throws IOException {
        return LIST.ask(subject, wire);
    }

    @Override
    public Reading<String> read(byte[] body, Subject subject) {
        return BlockList.read(body);
    }
}
