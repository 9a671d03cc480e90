package gyotaku.enrich.ipdata;

import gyotaku.enrich.Reading;
import gyotaku.enrich.egress.SpecialAddresses;
import gyotaku.model.IpAddress;
import gyotaku.model.fact.IpFacts.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Country and autonomous system of an address from `ip.data` (see the NOTICE beside it). The file is read at the first
/// question; of it only the blocks that a question needs are inflated.
public final class IpData {

    public static final String SOURCE = "ipdata";

    private final Supplier<IpTables> tables;

    private IpData(Supplier<IpTables> tables) {
        this.tables = tables;
    }

    /// The file that comes with the program.
    public static IpData shipped() {
        return new IpData(new Once<>(() -> IpTables.over(shippedBytes())));
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
        Origin origin = address.map(this::origin).orElse(new Origin("", 0, ""));
        return IpAnswer.write(origin, tables.get().about()).getBytes(StandardCharsets.UTF_8);
    }

    private Origin origin(IpAddress address) {
        if (!SpecialAddresses.reachable(address)) {
            return new Origin("", 0, "");
        }
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
