package gyotaku.analyse.auth.dkim;

import gyotaku.analyse.auth.dkim.RawMessage.RawField;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What a DKIM-Signature says (RFC 6376 section 3.5), or an ARC-Message-Signature, which is made the same way
/// (RFC 8617 section 4.1.2).
///
/// @param field where it stands
/// @param signature the bytes of `b=`
/// @param bodyHash the bytes of `bh=`
/// @param domain of the signer, `d=`, as an A-label, lower case
/// @param identity the domain of `i=`, which lies within `domain`
/// @param signed names of the signed fields, `h=`, lower case, in their order
/// @param bodyLength `l=`, bytes of the canonical body that are signed
/// @param signedAt `t=`, seconds since 1970
/// @param expiresAt `x=`, seconds since 1970
public record DkimSignature(
        RawField field,
        Algorithm algorithm,
        byte[] signature,
        byte[] bodyHash,
        Canonicalization header,
        Canonicalization body,
        String domain,
        String selector,
        String identity,
        List<String> signed,
        OptionalLong bodyLength,
        OptionalLong signedAt,
        OptionalLong expiresAt) {

    public DkimSignature {
        signed = List.copyOf(signed);
    }

    /// Where the key is published (RFC 6376 section 3.6.2.1).
    public String keyName() {
        return keyName(selector, domain);
    }

    public static String keyName(String selector, String domain) {
        return selector + "._domainkey." + domain;
    }

    /// How it was made.
    public enum Algorithm {
        /// RFC 8301 section 3.1: too weak to count.
        RSA_SHA1("rsa-sha1", "SHA1withRSA", "SHA-1", "rsa"),
        RSA_SHA256("rsa-sha256", "SHA256withRSA", "SHA-256", "rsa"),
        /// RFC 8463: Ed25519 over the SHA-256 of the header.
        ED25519_SHA256("ed25519-sha256", "Ed25519", "SHA-256", "ed25519");

        private final String word;
        private final String java;
        private final String digest;
        private final String keyType;

        Algorithm(String word, String java, String digest, String keyType) {
            this.word = word;
            this.java = java;
            this.digest = digest;
            this.keyType = keyType;
        }

        public static Optional<Algorithm> of(String word) {
            for (Algorithm algorithm : values()) {
                if (algorithm.word.equalsIgnoreCase(word)) {
                    return Optional.of(algorithm);
                }
            }
            return Optional.empty();
        }

        public String word() {
            return word;
        }

        String java() {
            return java;
        }

        String digest() {
            return digest;
        }

        String keyType() {
            return keyType;
        }

        /// The word of `h=` in a key record.
        String hash() {
            return word.substring(word.indexOf('-') + 1);
        }

        boolean isTooWeak() {
            return this == RSA_SHA1;
        }
    }
}
