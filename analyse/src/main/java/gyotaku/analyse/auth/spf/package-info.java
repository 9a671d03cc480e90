/// Sender Policy Framework (RFC 7208). Start reading at `SpfVerifier`.
@NullMarked
package gyotaku.analyse.auth.spf;

import org.jspecify.annotations.NullMarked;
