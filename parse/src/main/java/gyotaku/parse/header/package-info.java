/// The grammar of header fields: addresses, dates, parameters, encoded words.
@NullMarked
package gyotaku.parse.header;

import org.jspecify.annotations.NullMarked;
