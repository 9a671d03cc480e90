/// The public twin: the same report without what points to its recipient.
@NullMarked
package gyotaku.report.mask;

import org.jspecify.annotations.NullMarked;
