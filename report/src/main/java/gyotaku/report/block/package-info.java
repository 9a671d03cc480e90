/// What a report is made of: statements that carry their evidence, in blocks. No markup.
@NullMarked
package gyotaku.report.block;

import org.jspecify.annotations.NullMarked;
