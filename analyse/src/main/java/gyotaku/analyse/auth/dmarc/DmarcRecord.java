package gyotaku.analyse.auth.dmarc;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// A DMARC Policy Record (RFC 9989 section 4.7).
///
/// @param policy `p=`: for the domain itself
/// @param subdomains `sp=`: for subdomains without a record
/// @param nonexistent `np=`: for subdomains that do not exist
/// @param strictDkim `adkim=s`
/// @param strictSpf `aspf=s`
/// @param boundary `psd=`: whether the name is a public suffix
/// @param testing `t=y`: the owner asks for one step less
/// @param percent `pct=` of RFC 7489, which RFC 9989 has no more
public record DmarcRecord(
        String text,
        Policy policy,
        Optional<Policy> subdomains,
        Optional<Policy> nonexistent,
        boolean strictDkim,
        boolean strictSpf,
        Boundary boundary,
        boolean testing,
        OptionalInt percent) {

    /// What the owner asks to be done with mail that fails.
    public enum Policy {
        NONE,
        QUARANTINE,
        REJECT;

        static Optional<Policy> of(String word) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "none" -> Optional.of(NONE);
                case "quarantine" -> Optional.of(QUARANTINE);
                case "reject" -> Optional.of(REJECT);
                default -> Optional.empty();
            };
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        Policy oneStepLess() {
            return this == REJECT ? QUARANTINE : NONE;
        }
    }

    /// `psd=` (section 4.7).
    public enum Boundary {
        /// `y`
        PUBLIC_SUFFIX,
        /// `n`
        ORGANIZATION,
        /// `u`
        UNKNOWN
    }
}
