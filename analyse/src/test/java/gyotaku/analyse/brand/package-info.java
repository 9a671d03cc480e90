@NullMarked
package gyotaku.analyse.brand;

import org.jspecify.annotations.NullMarked;
