/// PDF (ISO 32000-2): where it leads, what it runs, what is embedded in it, what it says and looks like.
@NullMarked
package gyotaku.dissect.pdf;

import org.jspecify.annotations.NullMarked;
