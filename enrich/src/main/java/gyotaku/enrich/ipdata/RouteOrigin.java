package gyotaku.enrich.ipdata;

import com.google.auto.service.AutoService;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.Question;
import gyotaku.enrich.Reading;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.dns.DnsQuestion;
import gyotaku.enrich.dns.DnsText;
import gyotaku.enrich.egress.NoAnswer;
import gyotaku.enrich.source.Setting;
import gyotaku.enrich.source.Source;
import gyotaku.enrich.source.Terms;
import gyotaku.enrich.source.Wire;
import gyotaku.model.IpAddress;
import gyotaku.model.Limits;
import gyotaku.model.Why;
import gyotaku.model.fact.IpFacts.Announcement;
import gyotaku.model.fact.Resolver.RecordType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who announces an address, by DNS in the form of Team Cymru: TXT of `<reversed>.origin.<zone>` (`origin6` for
/// IPv6) says `64496 | 192.0.2.0/24 | JP | apnic | 2010-01-01`.
@AutoService(Source.class)
public final class RouteOrigin implements Source {

    private static final String SOURCE = "bgp";
    private static final Setting ZONE = Setting.place(
            "bgp.zone", "", "zone that tells who announces an address, in the form of asn.cymru.com; empty: not asked");

    public static Question question(IpAddress address) {
        return new Question(SOURCE, address.toString());
    }

    @Override
    public String key() {
        return SOURCE;
    }

    @Override
    public List<Setting> settings() {
        return List.of(ZONE);
    }

    @Override
    public Terms terms(SourceSettings settings, Limits limits) {
        return Terms.of(limits, "bgp.zone, by the name servers of dns.servers or of the system");
    }

    @Override
    public Privacy sends(String subject) {
        return Privacy.HOSTS;
    }

    @Override
    public Optional<Why.Reason> hindrance(SourceSettings settings) {
        return settings.own(ZONE.path()).isEmpty() ? Optional.of(Why.Reason.NOT_CONFIGURED) : Optional.empty();
    }

    @Override
    public byte[] ask(String subject, Wire wire) throws IOException {
        IpAddress address =
                IpAddress.parse(subject).orElseThrow(() -> new NoAnswer(Why.Reason.UNREADABLE, "no address"));
        String zone = wire.settings()
                .own(ZONE.path())
                .orElseThrow(() -> new NoAnswer(Why.Reason.NOT_CONFIGURED, ZONE.path()));
        String arpa = address.reverseName();
        String reversed = arpa.substring(0, arpa.lastIndexOf('.', arpa.length() - ".arpa".length() - 1));
        String name = reversed + (address.isV4() ? ".origin." : ".origin6.") + zone;
        return wire.dns().ask(DnsQuestion.of(name, RecordType.TXT).question().subject());
    }

    public static Reading<Announcement> read(byte[] body) {
        return switch (DnsText.read(body, RecordType.TXT)) {
            case Reading.Nothing<List<String>> nothing -> new Reading.Nothing<>(nothing.excerpt());
            case Reading.Unusable<List<String>> unusable -> new Reading.Unusable<>(unusable.why());
            case Reading.Says<List<String>> says ->
                says.value().stream()
                        .flatMap(line -> announcement(line).stream())
                        .findFirst()
                        .orElseGet(() -> Reading.unreadable("no announcement"));
        };
    }

    private static Optional<Reading<Announcement>> announcement(String line) {
        List<String> columns =
                Stream.of(line.split("\\|", -1)).map(String::strip).toList();
        if (columns.size() < 4) {
            return Optional.empty();
        }
        String first = columns.getFirst();
        int space = first.indexOf(' ');
        String asn = space < 0 ? first : first.substring(0, space);
        boolean number = !asn.isEmpty() && asn.length() <= 10 && asn.chars().allMatch(c -> c >= '0' && c <= '9');
        return number
                ? Optional.of(new Reading.Says<>(
                        new Announcement(Long.parseLong(asn), columns.get(1), columns.get(2), columns.get(3)), line))
                : Optional.empty();
    }
}
