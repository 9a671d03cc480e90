/// Sections of OneNote (MS-ONESTORE).
@NullMarked
package gyotaku.dissect.onenote;

import org.jspecify.annotations.NullMarked;
