/// Detectors: where the links lead.
@NullMarked
package gyotaku.analyse.detect.link;

import org.jspecify.annotations.NullMarked;
