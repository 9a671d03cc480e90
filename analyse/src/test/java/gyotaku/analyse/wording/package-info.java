@NullMarked
package gyotaku.analyse.wording;

import org.jspecify.annotations.NullMarked;
