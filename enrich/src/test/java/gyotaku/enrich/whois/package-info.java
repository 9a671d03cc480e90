@NullMarked
package gyotaku.enrich.whois;

import org.jspecify.annotations.NullMarked;
