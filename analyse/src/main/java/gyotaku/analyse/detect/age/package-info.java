/// Detectors: how young the domains are.
@NullMarked
package gyotaku.analyse.detect.age;

import org.jspecify.annotations.NullMarked;
