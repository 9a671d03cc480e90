/// The WHATWG URL standard.
@NullMarked
package gyotaku.parse.url;

import org.jspecify.annotations.NullMarked;
