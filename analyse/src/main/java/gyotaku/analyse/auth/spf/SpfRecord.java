package gyotaku.analyse.auth.spf;

import java.util.List;
import java.util.Optional;

/// A published policy (RFC 7208 section 4.5).
///
/// @param text as published
/// @param redirect where to look when nothing matches (section 6.1)
/// @param explanation where the owner explains a fail (section 6.2)
public record SpfRecord(
        String text, List<Directive> directives, Optional<DomainSpec> redirect, Optional<DomainSpec> explanation) {

    public SpfRecord {
        directives = List.copyOf(directives);
    }

    /// @param written as it stands in the record
    public record Directive(Qualifier qualifier, Mechanism mechanism, String written) {}

    /// What a match means (section 4.6.2).
    public enum Qualifier {
        PASS('+', "pass"),
        FAIL('-', "fail"),
        SOFTFAIL('~', "softfail"),
        NEUTRAL('?', "neutral");

        private final char sign;
        private final String word;

        Qualifier(char sign, String word) {
            this.sign = sign;
            this.word = word;
        }

        public String word() {
            return word;
        }

        static Optional<Qualifier> of(char sign) {
            for (Qualifier qualifier : values()) {
                if (qualifier.sign == sign) {
                    return Optional.of(qualifier);
                }
            }
            return Optional.empty();
        }
    }
}
