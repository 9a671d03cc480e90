/// Links and what the reader sees, from HTML, text and pictures.
@NullMarked
package gyotaku.parse.link;

import org.jspecify.annotations.NullMarked;
