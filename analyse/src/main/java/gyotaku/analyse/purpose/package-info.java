/// What the sender wants of the reader.
@NullMarked
package gyotaku.analyse.purpose;

import org.jspecify.annotations.NullMarked;
