@NullMarked
package gyotaku.report.section;

import org.jspecify.annotations.NullMarked;
