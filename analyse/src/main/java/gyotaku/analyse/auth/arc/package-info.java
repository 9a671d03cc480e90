/// Authenticated Received Chain (RFC 8617). Start reading at `ArcVerifier`.
@NullMarked
package gyotaku.analyse.auth.arc;

import org.jspecify.annotations.NullMarked;
