/// What proves who sent a mail: computed here, and what others claim to have found.
@NullMarked
package gyotaku.analyse.auth;

import org.jspecify.annotations.NullMarked;
