/// The mail as it was read: headers, parts, route, links, each with its bytes of the sample.
@NullMarked
package gyotaku.model.mail;

import org.jspecify.annotations.NullMarked;
