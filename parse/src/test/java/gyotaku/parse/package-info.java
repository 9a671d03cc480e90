@NullMarked
package gyotaku.parse;

import org.jspecify.annotations.NullMarked;
