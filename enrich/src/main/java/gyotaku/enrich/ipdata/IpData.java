package gyotaku.enrich.ipdata;

import gyotaku.enrich.Reading;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.egress.SpecialAddresses;
import gyotaku.model.IpAddress;
import gyotaku.model.fact.IpFacts.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Country and autonomous system of an address from the operator's files, if any, and from `ip.data` (see the NOTICE
/// beside it). The file is read at the first
/// question; of it only the blocks that a question needs are inflated.
public final class IpData {

    public static final String SOURCE = "ipdata";

    private final Supplier<IpTables> tables;
    private final Supplier<IpDatabases> databases;

    private IpData(Supplier<IpTables> tables, Supplier<IpDatabases> databases) {
        this.tables = tables;
        this.databases = databases;
    }

    /// The file that comes with the program.
    public static IpData shipped() {
        return with(IpDatabases.none());
    }

    /// The same beneath files of the operator.
    static IpData with(IpDatabases databases) {
        return beneath(() -> databases);
    }

    /// The same beneath the files that the settings name; they too are opened at the first question.
    public static IpData of(SourceSettings settings) {
        return beneath(new Once<>(() -> {
            try {
                return IpDatabases.open(settings.ownList(IpDatabases.SETTING.path()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    private static IpData beneath(Supplier<IpDatabases> databases) {
        return new IpData(new Once<>(() -> IpTables.over(shippedBytes())), databases);
    }

    private static ByteBuffer shippedBytes() {
        try (InputStream in = IpData.class.getResourceAsStream("ip.data")) {
            if (in == null) {
                throw new IllegalStateException("ip.data is missing in this build");
            }
            return ByteBuffer.wrap(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("ip.data cannot be read", e);
        }
    }

    /// The answer as it is recorded: one line of JSON; no more than the attribution for an address without data.
    public byte[] answer(String subject) {
        Optional<IpAddress> address = IpAddress.parse(subject);
        IpDatabases.Merged merged = address.filter(SpecialAddresses::reachable)
                .map(found -> databases.get().over(origin(found), found))
                .orElseGet(() -> new IpDatabases.Merged(new Origin("", 0, ""), List.of()));
        return IpAnswer.write(merged, tables.get().about()).getBytes(StandardCharsets.UTF_8);
    }

    private Origin origin(IpAddress address) {
        IpTables all = tables.get();
        long asn = all.asn(address);
        return new Origin(country(all.country(address)), asn, asn == 0 ? "" : all.name(asn));
    }

    private static String country(long value) {
        return value == 0
                ? ""
                : String.format(Locale.ROOT, "%c%c", (char) ('A' + (value - 1) / 26), (char) ('A' + (value - 1) % 26));
    }

    /// From a recorded answer.
    public static Reading<Origin> read(byte[] body) {
        return IpAnswer.read(body);
    }
}
