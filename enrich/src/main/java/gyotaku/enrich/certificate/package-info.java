/// What the logs of Certificate Transparency hold of a domain.
@NullMarked
package gyotaku.enrich.certificate;

import org.jspecify.annotations.NullMarked;
