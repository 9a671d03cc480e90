/// What may be connected to, and guarded ways to get there.
@NullMarked
package gyotaku.enrich.egress;

import org.jspecify.annotations.NullMarked;
