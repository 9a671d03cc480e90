/// Content-Transfer-Encoding taken off (RFC 2045 section 6).
@NullMarked
package gyotaku.parse.transfer;

import org.jspecify.annotations.NullMarked;
