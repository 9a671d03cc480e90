/// Detectors: what services know of the links.
@NullMarked
package gyotaku.analyse.detect.reputation;

import org.jspecify.annotations.NullMarked;
