/// Pictures: what is drawn in them.
@NullMarked
package gyotaku.dissect.picture;

import org.jspecify.annotations.NullMarked;
