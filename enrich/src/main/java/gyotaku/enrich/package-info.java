/// Questions to the outside, each answered in one of four states and recorded. Start reading at `Lookups`.
@NullMarked
package gyotaku.enrich;

import org.jspecify.annotations.NullMarked;
