/// Reputation services: each one file that says what it is asked and how its answer is read. Start reading at
/// `Service`.
@NullMarked
package gyotaku.enrich.service;

import org.jspecify.annotations.NullMarked;
