/// DomainKeys Identified Mail (RFC 6376, 8301, 8463). Start reading at `DkimVerifier`.
@NullMarked
package gyotaku.analyse.auth.dkim;

import org.jspecify.annotations.NullMarked;
