package gyotaku.model.mail;

import gyotaku.model.Sha256;

/// By what a file is found again.
///
/// @param md5 RFC 1321, 32 lower-case hexadecimal digits: older lists know files only by it
/// @param ssdeep context triggered piecewise hash (Kornblum 2006) as `blocksize:hash:hash`, near for near files; empty
/// when there is nothing to hash
public record Prints(Sha256 sha256, String md5, String ssdeep) {}
