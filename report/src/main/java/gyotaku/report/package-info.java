/// From the case to its files. Start reading at `Report`.
@NullMarked
package gyotaku.report;

import org.jspecify.annotations.NullMarked;
