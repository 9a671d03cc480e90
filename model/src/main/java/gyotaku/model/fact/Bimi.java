package gyotaku.model.fact;

import gyotaku.model.DomainName;
import gyotaku.model.Lookup;
import java.util.List;

/// A BIMI record (draft-brand-indicators-for-message-identification): the logo that a domain wishes to have
/// shown beside its mail. It says what the domain's owner says and proves nothing about a mail that DMARC did
/// not pass.
///
/// @param domain where the record stands: that of From or its registered one
/// @param logo URL of the picture (`l=`), or empty where none is wanted
/// @param authority URL of the certificate (`a=`), or empty
/// @param certificate `NotListed` when the record names none
public record Bimi(DomainName domain, String logo, String authority, Lookup<Certificate> certificate) {

    /// What a mark certificate says of itself. Its chain is not verified, so it is no more than a claim.
    ///
    /// @param organization or empty
    /// @param mark `Registered Mark`, `Government Mark`, `Prior Use Mark` …, or empty
    /// @param issuer or empty
    /// @param names domains it was issued for
    public record Certificate(String organization, String mark, String issuer, List<String> names) {

        public Certificate {
            names = List.copyOf(names);
        }
    }
}
