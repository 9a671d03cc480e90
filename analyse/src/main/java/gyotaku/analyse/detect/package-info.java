/// What several detectors ask.
@NullMarked
package gyotaku.analyse.detect;

import org.jspecify.annotations.NullMarked;
