@NullMarked
package gyotaku.parse.header;

import org.jspecify.annotations.NullMarked;
