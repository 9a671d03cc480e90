@NullMarked
package gyotaku.parse.charset;

import org.jspecify.annotations.NullMarked;
