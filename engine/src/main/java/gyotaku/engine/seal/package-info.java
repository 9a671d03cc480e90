/// What vouches for the bytes of a manifest: a signature of the examiner and a time stamp of a third party.
@NullMarked
package gyotaku.engine.seal;

import org.jspecify.annotations.NullMarked;
