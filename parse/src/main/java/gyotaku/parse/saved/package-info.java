/// What programs do to a message when they save it, and how it is undone. Start reading at `Start`.
@NullMarked
package gyotaku.parse.saved;

import org.jspecify.annotations.NullMarked;
