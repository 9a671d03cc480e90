package gyotaku.model.finding;

import gyotaku.model.Evidence;

/// A station that sealed a mail on its way (RFC 8617).
///
/// @param instance 1 for the first
/// @param domain that sealed
/// @param validation what it says of the chain before it: `none`, `pass` or `fail`
/// @param trusted the operator named it in `trust.sealers`
public record Sealer(int instance, String domain, String validation, boolean trusted, Evidence evidence) {}
