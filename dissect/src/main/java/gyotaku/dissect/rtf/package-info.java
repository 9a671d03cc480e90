/// Rich Text Format 1.9.1: objects, fields, templates and text.
@NullMarked
package gyotaku.dissect.rtf;

import org.jspecify.annotations.NullMarked;
