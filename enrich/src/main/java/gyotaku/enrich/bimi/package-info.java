/// BIMI: the record of a domain and what its mark certificate says.
@NullMarked
package gyotaku.enrich.bimi;

import org.jspecify.annotations.NullMarked;
