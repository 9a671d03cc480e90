/// Received lines read into hops, and the boundary of trust in them.
@NullMarked
package gyotaku.parse.received;

import org.jspecify.annotations.NullMarked;
