/// The brands that phishing names most, and whether a mail speaks for one of them. Start reading at `BrandBook`.
@NullMarked
package gyotaku.analyse.brand;

import org.jspecify.annotations.NullMarked;
