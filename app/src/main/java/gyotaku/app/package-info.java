/// The command line.
@NullMarked
package gyotaku.app;

import org.jspecify.annotations.NullMarked;
