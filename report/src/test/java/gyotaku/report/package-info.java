@NullMarked
package gyotaku.report;

import org.jspecify.annotations.NullMarked;
