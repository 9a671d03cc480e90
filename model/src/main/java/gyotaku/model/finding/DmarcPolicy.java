package gyotaku.model.finding;

/// What the owner of the domain in From asks to be done with mail that is not his (RFC 9989 section 4.7).
///
/// @param domain at which it is published
/// @param tag `p`, `sp` or `np`: which of its policies applies
/// @param asked `none`, `quarantine` or `reject`
/// @param text the record
public record DmarcPolicy(String domain, String tag, String asked, String text) {}
