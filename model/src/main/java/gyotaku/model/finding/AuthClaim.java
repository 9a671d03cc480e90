package gyotaku.model.finding;

import gyotaku.model.Evidence;
import gyotaku.model.Trust;

/// What a header says that somebody found.
///
/// @param method `spf`, `dkim`, `dmarc`, `arc`
/// @param result in its own word
/// @param by the authserv-id (RFC 8601), or empty
/// @param domain the property it names (`smtp.mailfrom`, `header.d`, `header.from`), or empty
/// @param trust `STAMPED` when the receiving side wrote it, else `CLAIMED`
public record AuthClaim(String method, String result, String by, String domain, Trust trust, Evidence evidence) {}
