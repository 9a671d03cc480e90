@NullMarked
package gyotaku.enrich;

import org.jspecify.annotations.NullMarked;
