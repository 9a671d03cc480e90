/// Mail that was forwarded inside the text of another. Start reading at `ForwardReader`.
@NullMarked
package gyotaku.parse.forward;

import org.jspecify.annotations.NullMarked;
