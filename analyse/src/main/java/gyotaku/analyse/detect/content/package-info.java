/// What the words of a mail do to its reader, and what its letters give away. One class a question.
@NullMarked
package gyotaku.analyse.detect.content;

import org.jspecify.annotations.NullMarked;
