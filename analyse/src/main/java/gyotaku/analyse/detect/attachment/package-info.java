/// Detectors: the files that come along.
@NullMarked
package gyotaku.analyse.detect.attachment;

import org.jspecify.annotations.NullMarked;
