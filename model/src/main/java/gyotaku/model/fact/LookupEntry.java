package gyotaku.model.fact;

import java.time.Instant;

/// One question that went outside, or did not: the line of `/lookups` in `case.json`.
///
/// @param source `dns`, `rdap`, `whois`, `safebrowsing`
/// @param subject the question
/// @param state `found`, `not-listed`, `not-asked` or `failed`
/// @param detail the reason of the last two, or empty
/// @param at when the answer came; for `not-asked` the start of the analysis
/// @param sent what of the mail went out with it: `hashes`, `hosts`, `urls`; empty when nothing did
public record LookupEntry(String source, String subject, String state, String detail, Instant at, String sent) {

    /// With which nothing of the mail went out.
    public LookupEntry(String source, String subject, String state, String detail, Instant at) {
        this(source, subject, state, detail, at, "");
    }
}
