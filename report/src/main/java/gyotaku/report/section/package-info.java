/// One class a section: from the case to blocks. Nothing here escapes or writes markup.
@NullMarked
package gyotaku.report.section;

import org.jspecify.annotations.NullMarked;
