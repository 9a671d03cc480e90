/// Detectors: what stands behind the links.
@NullMarked
package gyotaku.analyse.detect.page;

import org.jspecify.annotations.NullMarked;
