package gyotaku.analyse;

import gyotaku.analyse.brand.BrandMention;
import gyotaku.analyse.wording.Wording;
import gyotaku.model.PublicSuffixes;
import gyotaku.model.fact.Facts;
import gyotaku.model.finding.Authentication;
import gyotaku.model.finding.Brand;
import gyotaku.model.mail.ParsedMail;
import java.util.Optional;

/// What a detector looks at.
///
/// @param mention the brand in whose name the mail speaks, truly or not
/// @param wording the words of the mail in comparable form
public record Subject(
        ParsedMail mail,
        Facts facts,
        Authentication authentication,
        Optional<BrandMention> mention,
        Wording wording,
        PublicSuffixes suffixes) {

    /// The brand that the mail poses as; none when it is the brand's own mail.
    public Optional<Brand> posedBrand() {
        return mention.filter(brand -> !brand.genuine()).map(BrandMention::brand);
    }
}
