/// Bytes into text, with the repairs that real mail needs.
@NullMarked
package gyotaku.parse.charset;

import org.jspecify.annotations.NullMarked;
