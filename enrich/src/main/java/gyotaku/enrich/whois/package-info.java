/// Registries' data by WHOIS (RFC 3912) where there is no RDAP.
@NullMarked
package gyotaku.enrich.whois;

import org.jspecify.annotations.NullMarked;
