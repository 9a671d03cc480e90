/// What was concluded: authentication, findings, brand, purpose, verdict, and the case that holds all.
@NullMarked
package gyotaku.model.finding;

import org.jspecify.annotations.NullMarked;
