/// DNS questions: how they go out, and how the recorded answer is read.
@NullMarked
package gyotaku.enrich.dns;

import org.jspecify.annotations.NullMarked;
