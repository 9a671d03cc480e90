/// Pictures that a mail draws without a picture: by letters, or by the cells of a table.
@NullMarked
package gyotaku.parse.drawing;

import org.jspecify.annotations.NullMarked;
