/// The pipeline and the case folder. Start reading at `Engine`.
@NullMarked
package gyotaku.engine;

import org.jspecify.annotations.NullMarked;
