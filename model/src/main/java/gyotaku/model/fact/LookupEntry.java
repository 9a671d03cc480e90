package gyotaku.model.fact;

import java.time.Instant;

/// One question that went outside, or did not: the line of `/lookups` in `case.json`.
///
/// @param source `dns`, `rdap`, `whois`, `safebrowsing`
/// @param subject the question
/// @param state `found`, `not-listed`, `not-asked` or `failed`
/// @param detail the reason of the last two, or empty
/// @param at when the answer came; for `not-asked` the start of the analysis
public record LookupEntry(String source, String subject, String state, String detail, Instant at) {}
