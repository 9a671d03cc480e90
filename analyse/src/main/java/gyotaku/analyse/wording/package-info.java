/// The words of a mail in one comparable form, and the phrases found in them.
@NullMarked
package gyotaku.analyse.wording;

import org.jspecify.annotations.NullMarked;
