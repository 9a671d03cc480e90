/// Office files, old (compound files with binary records) and new (ZIP with XML): macros, fields that run or load
/// something, templates and objects, links, text.
@NullMarked
package gyotaku.dissect.office;

import org.jspecify.annotations.NullMarked;
