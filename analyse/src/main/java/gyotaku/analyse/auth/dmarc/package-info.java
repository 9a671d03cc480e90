/// Domain-based Message Authentication, Reporting and Conformance (RFC 9989, which obsoletes RFC 7489). Start reading
/// at
/// `DmarcVerifier`.
@NullMarked
package gyotaku.analyse.auth.dmarc;

import org.jspecify.annotations.NullMarked;
