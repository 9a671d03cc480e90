/// Messages per second, measured by JMH.
@NullMarked
package gyotaku.bench;

import org.jspecify.annotations.NullMarked;
