/// Registries' data by RDAP (RFC 9082, 9083, 9224): read purely from recorded bytes.
@NullMarked
package gyotaku.enrich.rdap;

import org.jspecify.annotations.NullMarked;
