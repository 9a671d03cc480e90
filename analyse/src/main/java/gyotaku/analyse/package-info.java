/// From mail and facts to findings and the verdict. Start reading at `Analysers`.
@NullMarked
package gyotaku.analyse;

import org.jspecify.annotations.NullMarked;
