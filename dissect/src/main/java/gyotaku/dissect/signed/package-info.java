/// Messages that are signed or encrypted: S/MIME (RFC 8551) and OpenPGP (RFC 9580, RFC 3156).
@NullMarked
package gyotaku.dissect.signed;

import org.jspecify.annotations.NullMarked;
