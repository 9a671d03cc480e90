/// Pictures by markup (SVG 2), which browsers run like pages.
@NullMarked
package gyotaku.dissect.svg;

import org.jspecify.annotations.NullMarked;
