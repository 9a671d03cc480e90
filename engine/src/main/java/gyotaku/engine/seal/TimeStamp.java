package gyotaku.engine.seal;

import gyotaku.model.Sha256;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXCertPathBuilderResult;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/// What a time-stamping authority says (RFC 3161): these bytes existed at this time.
///
/// It proves nothing of the time before, and only as much as the authority's word is worth.
///
/// @param at its time
/// @param by subject of its certificate
/// @param root to which the certificate leads, of those that this Java trusts; empty when to none. Revocation is not
///     asked for: verifying sends nothing
public record TimeStamp(Instant at, String by, Optional<String> root) {

    /// A response with its certificates has a few kilobytes.
    public static final int MOST_BYTES = 64 << 10;

    private static final int NONCE_BITS = 64;

    /// A place that answers time-stamp queries.
    @FunctionalInterface
    public interface Authority {
        /// @return its response, raw
        /// @throws IOException when none came; the message is for the user
        byte[] ask(byte[] query) throws IOException;
    }

    /// Has a message stamped.
    ///
    /// @return the response as it came, checked: it grants, and stamps this message
    /// @throws IOException when no response came
    /// @throws Unsound when it refuses, or stamps another thing
    public static byte[] obtain(byte[] message, Authority authority) throws IOException, Unsound {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        BigInteger nonce = new BigInteger(NONCE_BITS, new SecureRandom());
        TimeStampRequest request = generator.generate(
                NISTObjectIdentifiers.id_sha256, Sha256.digest().digest(message), nonce);
        byte[] response = authority.ask(request.getEncoded());
        if (response.length > MOST_BYTES) {
            throw new Unsound("the answer has more than " + MOST_BYTES + " bytes");
        }
        try {
            TimeStampResponse answer = new TimeStampResponse(response);
            if (answer.getTimeStampToken() == null) {
                throw new Unsound("the service refused (status " + answer.getStatus() + ")");
            }
            answer.validate(request);
        } catch (TSPException | IOException | RuntimeException e) {
            throw new Unsound("the answer is no time stamp of what was sent: " + firstLine(e));
        }
        read(response, message);
        return response;
    }

    /// Reads a response and holds it against the message. Foreign bytes: whatever the library throws at them means
    /// that they are no time stamp.
    ///
    /// @throws Unsound when it is none, of another message, or not signed by the certificate that it carries
    public static TimeStamp read(byte[] response, byte[] message) throws Unsound {
        try {
            TimeStampToken token = new TimeStampResponse(response).getTimeStampToken();
            if (token == null) {
                throw new Unsound("holds no time stamp");
            }
            if (!token.getTimeStampInfo().getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
                    || !Arrays.equals(
                            token.getTimeStampInfo().getMessageImprintDigest(),
                            Sha256.digest().digest(message))) {
                throw new Unsound("stamps something else");
            }
            List<X509Certificate> carried = carried(token);
            X509Certificate signer = signer(token);
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            Instant at = token.getTimeStampInfo().getGenTime().toInstant();
            String by = signer.getSubjectX500Principal().getName();
            return new TimeStamp(at, by, root(signer, carried, at));
        } catch (TSPException
                | IOException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException e) {
            throw new Unsound("is no time stamp that holds: " + firstLine(e));
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unknown reason");
    }

    private static X509Certificate signer(TimeStampToken token) throws CertificateException, Unsound {
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> fitting = token.getCertificates().getMatches(token.getSID());
        if (fitting.size() != 1) {
            throw new Unsound("carries " + fitting.size() + " certificates of its signer");
        }
        return new JcaX509CertificateConverter()
                .getCertificate(fitting.iterator().next());
    }

    private static List<X509Certificate> carried(TimeStampToken token) throws CertificateException {
        List<X509Certificate> all = new ArrayList<>();
        for (X509CertificateHolder holder : token.getCertificates().getMatches(null)) {
            all.add(new JcaX509CertificateConverter().getCertificate(holder));
        }
        return all;
    }

    private static Optional<String> root(X509Certificate signer, List<X509Certificate> carried, Instant at)
            throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors(), target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(carried)));
        parameters.setDate(Date.from(at));
        parameters.setRevocationEnabled(false);
        try {
            var built = (PKIXCertPathBuilderResult)
                    CertPathBuilder.getInstance("PKIX").build(parameters);
            return Optional.of(built.getTrustAnchor()
                    .getTrustedCert()
                    .getSubjectX500Principal()
                    .getName());
        } catch (java.security.cert.CertPathBuilderException _) {
            return Optional.empty();
        }
    }

    private static Set<java.security.cert.TrustAnchor> anchors() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .flatMap(trusting -> Arrays.stream(trusting.getAcceptedIssuers()))
                .map(root -> new java.security.cert.TrustAnchor(root, null))
                .collect(Collectors.toSet());
    }
}
