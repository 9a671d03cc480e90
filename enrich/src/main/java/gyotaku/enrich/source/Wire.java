package gyotaku.enrich.source;

import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.dns.DnsTransport;
import gyotaku.enrich.egress.Guard;
import gyotaku.enrich.egress.HttpFetch;
import gyotaku.model.Sha256;
import java.time.Duration;
import java.util.concurrent.ConcurrentMap;

/// The guarded ways out, cut to the terms of the source that asks.
///
/// @param settings as the operator gave them
/// @param terms of the source that asks
/// @param time really left for this question
/// @param dns the configured name servers
/// @param guard says which addresses may be connected to
/// @param http to checked addresses only, within the terms
/// @param files what a visit brought home, by hash, until it is asked for; of this mail alone
public record Wire(
        SourceSettings settings,
        Terms terms,
        Duration time,
        DnsTransport dns,
        Guard guard,
        HttpFetch http,
        ConcurrentMap<Sha256, byte[]> files) {}
