package gyotaku.analyse.auth.dkim;

import gyotaku.analyse.auth.dkim.DkimResult.Fault;
import gyotaku.analyse.auth.dkim.DkimSignature.Algorithm;
import gyotaku.model.Lookup;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import java.util.Optional;

/// Holds a signature against the keys that are published for it. The same for DKIM and for the two signatures of ARC.
public final class SignatureCheck {

    /// RFC 8301 section 3.2: shorter keys do not count.
    static final int SHORTEST_RSA = 1024;
    /// Against a key whose check takes seconds.
    static final int LONGEST_RSA = 8192;
    /// RFC 6376 section 3.6.2.2 leaves several records undefined; against a name with a thousand of them.
    private static final int MOST_RECORDS = 4;
    /// Against an exponent as long as the modulus, which makes a check slow.
    private static final int LONGEST_EXPONENT = 64;

    private static final int ED25519_BYTES = 32;
    /// SubjectPublicKeyInfo of an Ed25519 key up to its 32 bytes (RFC 8410 section 4).
    private static final byte[] ED25519_PREFIX = {0x30, 0x2a, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 3, 0x21, 0};
    /// The algorithm identifier of rsaEncryption (RFC 3279 section 2.3.1).
    private static final byte[] RSA_IDENTIFIER = {
        0x30, 0x0d, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
    };

    private SignatureCheck() {}

    /// Whom and what a signature names.
    ///
    /// @param identity the domain of `i=`
    public record Claim(Algorithm algorithm, String keyName, String domain, String identity) {}

    /// What comes of one try.
    public sealed interface Finding {
        /// @param testing `t=y` stands in the key
        record Right(boolean testing) implements Finding {}

        /// Right, but the algorithm or the key is too weak to count.
        record RightButWeak(Fault fault, String detail) implements Finding {}

        /// The key is good, the signature does not belong to this text.
        record Wrong() implements Finding {}

        record Unusable(Fault fault, String detail) implements Finding {}

        record NoKey() implements Finding {}

        /// @param answer a failure, or that nobody was asked
        record NoAnswer(Lookup<List<String>> answer) implements Finding {}
    }

    /// @param signed the canonical text; each character is one byte
    public static Finding check(Claim claim, byte[] signature, String signed, KeyBook keys) {
        return switch (keys.ask(claim.keyName())) {
            case Lookup.Found<List<String>> found -> best(claim, signature, signed, found.value());
            case Lookup.NotListed<List<String>> _ -> new Finding.NoKey();
            case Lookup.NotAsked<List<String>> notAsked -> new Finding.NoAnswer(notAsked);
            case Lookup.Failed<List<String>> failed -> new Finding.NoAnswer(failed);
        };
    }

    /// Of several records the first that fits; else what the first came to.
    private static Finding best(Claim claim, byte[] signature, String signed, List<String> records) {
        List<Finding> findings = records.stream()
                .limit(MOST_RECORDS)
                .map(record -> against(record, claim, signature, signed))
                .toList();
        return findings.stream()
                .filter(Finding.Right.class::isInstance)
                .findFirst()
                .orElse(findings.getFirst());
    }

    private static Finding against(String txt, Claim claim, byte[] signature, String signed) {
        try {
            DkimRecord key = DkimParser.key(txt);
            checkUse(key, claim);
            PublicKey publicKey = publicKey(key);
            if (!holds(claim.algorithm(), publicKey, signature, signed)) {
                return new Finding.Wrong();
            }
            return weakness(claim.algorithm(), publicKey).orElseGet(() -> new Finding.Right(key.isTesting()));
        } catch (DkimProblem problem) {
            return new Finding.Unusable(problem.fault(), problem.detail());
        }
    }

    private static void checkUse(DkimRecord key, Claim claim) throws DkimProblem {
        Algorithm algorithm = claim.algorithm();
        if (key.isRevoked()) {
            throw new DkimProblem(Fault.KEY_REVOKED, "");
        }
        if (!key.type().equals(algorithm.keyType())) {
            throw new DkimProblem(Fault.KEY_TYPE, key.type());
        }
        if (!key.hashes().isEmpty() && !key.hashes().contains(algorithm.hash())) {
            throw new DkimProblem(Fault.KEY_HASH, String.join(":", key.hashes()));
        }
        if (!key.servesMail()) {
            throw new DkimProblem(Fault.KEY_SERVICE, String.join(":", key.services()));
        }
        if (key.flags().contains("s") && !claim.identity().equals(claim.domain())) {
            throw new DkimProblem(Fault.KEY_STRICT, claim.identity());
        }
    }

    private static Optional<Finding> weakness(Algorithm algorithm, PublicKey key) {
        if (algorithm.isTooWeak()) {
            return Optional.of(new Finding.RightButWeak(Fault.WEAK_HASH, algorithm.word()));
        }
        return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA
                ? Optional.of(new Finding.RightButWeak(
                        Fault.KEY_TOO_SHORT, Integer.toString(rsa.getModulus().bitLength())))
                : Optional.empty();
    }

    private static boolean holds(Algorithm algorithm, PublicKey key, byte[] signature, String signed) {
        try {
            byte[] text = signed.getBytes(StandardCharsets.ISO_8859_1);
            Signature verifier = Signature.getInstance(algorithm.java());
            verifier.initVerify(key);
            verifier.update(
                    algorithm == Algorithm.ED25519_SHA256 ? digest(algorithm).digest(text) : text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    static MessageDigest digest(Algorithm algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm.digest(), e);
        }
    }

    private static PublicKey publicKey(DkimRecord key) throws DkimProblem {
        if (key.type().equals("ed25519")) {
            if (key.key().length != ED25519_BYTES) {
                throw new DkimProblem(Fault.KEY_SYNTAX, key.key().length + " bytes");
            }
            return decoded("Ed25519", joined(ED25519_PREFIX, key.key()))
                    .orElseThrow(() -> new DkimProblem(Fault.KEY_SYNTAX, "p="));
        }
        PublicKey rsa = decoded("RSA", key.key())
                .or(() -> decoded("RSA", subjectPublicKeyInfo(key.key())))
                .orElseThrow(() -> new DkimProblem(Fault.KEY_SYNTAX, "p="));
        checkSize((RSAPublicKey) rsa);
        return rsa;
    }

    private static void checkSize(RSAPublicKey key) throws DkimProblem {
        BigInteger modulus = key.getModulus();
        if (modulus.bitLength() > LONGEST_RSA) {
            throw new DkimProblem(Fault.KEY_TOO_LONG, Integer.toString(modulus.bitLength()));
        }
        if (key.getPublicExponent().bitLength() > LONGEST_EXPONENT) {
            throw new DkimProblem(Fault.KEY_SYNTAX, "exponent");
        }
    }

    private static Optional<PublicKey> decoded(String type, byte[] der) {
        try {
            return Optional.of(KeyFactory.getInstance(type).generatePublic(new X509EncodedKeySpec(der)));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    /// A bare RSAPublicKey (RFC 8017 appendix A.1.1), as RFC 6376 section 3.6.1 asks for it and few publish.
    private static byte[] subjectPublicKeyInfo(byte[] key) {
        byte[] bits = joined(new byte[] {0}, key);
        byte[] bitString = joined(header(0x03, bits.length), bits);
        byte[] content = joined(RSA_IDENTIFIER, bitString);
        return joined(header(0x30, content.length), content);
    }

    private static byte[] header(int tag, int length) {
        return new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = new byte[first.length + second.length];
        System.arraycopy(first, 0, all, 0, first.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
