/// Detectors: who says that he sends.
@NullMarked
package gyotaku.analyse.detect.sender;

import org.jspecify.annotations.NullMarked;
