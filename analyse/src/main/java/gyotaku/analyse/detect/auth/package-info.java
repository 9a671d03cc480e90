/// Detectors: what proves the sender.
@NullMarked
package gyotaku.analyse.detect.auth;

import org.jspecify.annotations.NullMarked;
