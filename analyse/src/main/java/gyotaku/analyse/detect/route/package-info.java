/// Detectors: how the mail came.
@NullMarked
package gyotaku.analyse.detect.route;

import org.jspecify.annotations.NullMarked;
