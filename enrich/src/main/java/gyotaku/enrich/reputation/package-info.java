/// What reputation services say of a URL.
@NullMarked
package gyotaku.enrich.reputation;

import org.jspecify.annotations.NullMarked;
