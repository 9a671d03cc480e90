/// The closed internet on loopback, and what tests build mails with.
@NullMarked
package gyotaku.testkit;

import org.jspecify.annotations.NullMarked;
