/// Visits to landing pages: a browser behind a guarded proxy, or one plain fetch. Start reading at `PageLook`.
@NullMarked
package gyotaku.enrich.page;

import org.jspecify.annotations.NullMarked;
