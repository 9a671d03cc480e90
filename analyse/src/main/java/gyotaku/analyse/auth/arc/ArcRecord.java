package gyotaku.analyse.auth.arc;

import gyotaku.analyse.auth.dkim.DkimSignature;
import gyotaku.analyse.auth.dkim.DkimSignature.Algorithm;
import gyotaku.analyse.auth.dkim.RawMessage.RawField;

/// One ARC Set (RFC 8617 section 4.2): what a way station found, its signature over the mail, and its seal over both.
///
/// @param instance 1 for the first station
/// @param results the ARC-Authentication-Results field
/// @param message the ARC-Message-Signature
public record ArcRecord(int instance, RawField results, DkimSignature message, Seal seal) {

    /// Where the key of the seal is published.
    public String keyName() {
        return seal.keyName();
    }

    /// The ARC-Seal (section 4.1.3).
    ///
    /// @param validation `cv=`: `none`, `pass` or `fail`, lower case
    /// @param domain of the station, as an A-label
    public record Seal(
            RawField field, Algorithm algorithm, byte[] signature, String validation, String domain, String selector) {

        String keyName() {
            return DkimSignature.keyName(selector, domain);
        }
    }
}
