/// What can be asked outside: each source declares its terms and gets the guarded ways out. Start reading at
/// `Source`.
@NullMarked
package gyotaku.enrich.source;

import org.jspecify.annotations.NullMarked;
