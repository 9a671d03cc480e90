/// From blocks and cases to bytes. The only place that escapes.
@NullMarked
package gyotaku.report.render;

import org.jspecify.annotations.NullMarked;
