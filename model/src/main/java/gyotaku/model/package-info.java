/// What everything else speaks of: the mail, the evidence, the facts, the findings and the verdict. No I/O, no clock.
@NullMarked
package gyotaku.model;

import org.jspecify.annotations.NullMarked;
