/// The processes that risky parsers run in.
@NullMarked
package gyotaku.engine.worker;

import org.jspecify.annotations.NullMarked;
