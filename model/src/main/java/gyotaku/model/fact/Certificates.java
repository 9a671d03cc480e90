package gyotaku.model.fact;

import java.time.Instant;

/// The certificates of a domain in the logs of Certificate Transparency (RFC 6962).
///
/// @param first start of validity of the oldest one
/// @param latest start of validity of the newest one
/// @param issuer of the newest one, as the log has it
/// @param count of entries that the answer held
public record Certificates(Instant first, Instant latest, String issuer, int count) {}
