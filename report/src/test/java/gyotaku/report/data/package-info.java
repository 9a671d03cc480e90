@NullMarked
package gyotaku.report.data;

import org.jspecify.annotations.NullMarked;
