package gyotaku.analyse;

import gyotaku.model.PublicSuffixes;
import gyotaku.model.fact.Facts;
import gyotaku.model.finding.Authentication;
import gyotaku.model.finding.Brand;
import gyotaku.model.mail.ParsedMail;
import java.util.Optional;

/// What a detector looks at.
///
/// @param brand that the mail poses as, or speaks for
public record Subject(
        ParsedMail mail, Facts facts, Authentication authentication, Optional<Brand> brand, PublicSuffixes suffixes) {}
