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

/// DNS block lists of addresses, as the operator chose them.
@AutoService(Source.class)
public final class BlockedAddresses implements Service {

    private static final BlockList LIST = new BlockList(
            "dnsbl",
            Setting.choice(
                    "dnsbl.zones",
                    "",
                    "zones of DNS block lists that are asked about addresses, a list; empty: not asked"));

    @Override
    public String key() {
        return LIST.source();
    }

    @Override
    public String name() {
        return "DNS block lists of addresses";
    }

    @Override
    public List<Setting> settings() {
        return List.of(LIST.zones());
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return Terms.of(limits, "the name servers of dnsbl.zones, by those of dns.servers or of the system");
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
                .filter(Subject.Address.class::isInstance)
                .map(Subject.Address.class::cast)
                .flatMap(address -> LIST.about(address, reversed(address), settings).stream())
                .toList();
    }

    /// The octets or nibbles in reverse order (RFC 5782 sections 2.1 and 2.4).
    private static String reversed(Subject.Address address) {
        String arpa = address.ip().reverseName();
        return arpa.substring(0, arpa.lastIndexOf(".", arpa.length() - ".arpa".length() - 1));
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
