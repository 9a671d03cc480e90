@NullMarked
package gyotaku.enrich.ipdata;

import org.jspecify.annotations.NullMarked;
