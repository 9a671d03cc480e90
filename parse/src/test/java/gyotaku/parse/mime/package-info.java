@NullMarked
package gyotaku.parse.mime;

import org.jspecify.annotations.NullMarked;
