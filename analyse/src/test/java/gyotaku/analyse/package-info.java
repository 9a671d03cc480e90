@NullMarked
package gyotaku.analyse;

import org.jspecify.annotations.NullMarked;
