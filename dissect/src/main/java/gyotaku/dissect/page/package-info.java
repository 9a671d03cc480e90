/// Web pages as files: what they lead to, ask for and build.
@NullMarked
package gyotaku.dissect.page;

import org.jspecify.annotations.NullMarked;
