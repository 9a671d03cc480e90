/// Reads the files of knowledge that come with the program: brands and lures.
@NullMarked
package gyotaku.analyse.knowledge;

import org.jspecify.annotations.NullMarked;
