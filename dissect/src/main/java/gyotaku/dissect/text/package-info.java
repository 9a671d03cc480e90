/// Plain texts and scripts as files.
@NullMarked
package gyotaku.dissect.text;

import org.jspecify.annotations.NullMarked;
