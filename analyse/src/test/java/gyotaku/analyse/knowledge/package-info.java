@NullMarked
package gyotaku.analyse.knowledge;

import org.jspecify.annotations.NullMarked;
