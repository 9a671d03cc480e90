package gyotaku.dissect.signed;

import gyotaku.dissect.Findings;
import gyotaku.model.mail.Trait;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignerDigestMismatchException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Selector;

/// Verifies the signatures of a CMS message (RFC 5652 section 5.6) by the certificates that come along. Whether anybody
/// should trust these is not asked: no root is known here.
final class Signers {

    /// Against a message of a thousand signatures.
    private static final int MOST = 10;

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private final CMSSignedData signed;
    private final Findings found;

    Signers(CMSSignedData signed, Findings found) {
        this.signed = signed;
        this.found = found;
    }

    void tell() {
        signed.getSignerInfos().getSigners().stream().limit(MOST).forEach(this::tell);
    }

    private void tell(SignerInformation signer) {
        List<X509CertificateHolder> certificates = certificates(signer);
        if (certificates.isEmpty()) {
            String who = "no key came along; issuer " + signer.getSID().getIssuer() + ", serial "
                    + signer.getSID().getSerialNumber();
            found.trait(Trait.Kind.SIGNATURE_UNCHECKED, who);
            return;
        }
        X509CertificateHolder certificate = certificates.getFirst();
        String who = described(certificate, signer);
        try {
            found.trait(verified(signer, certificate) ? Trait.Kind.SIGNATURE_MATCHES : Trait.Kind.SIGNATURE_FAILS, who);
        } catch (CMSException | OperatorCreationException | CertificateException e) {
            found.trait(Trait.Kind.SIGNATURE_UNCHECKED, who + "; it cannot be verified: " + e.getMessage());
        }
    }

    @SuppressWarnings("unchecked")
    private List<X509CertificateHolder> certificates(SignerInformation signer) {
        Selector<X509CertificateHolder> its = signer.getSID();
        Collection<X509CertificateHolder> matches = signed.getCertificates().getMatches(its);
        return List.copyOf(matches);
    }

    private static boolean verified(SignerInformation signer, X509CertificateHolder certificate)
            throws CMSException, OperatorCreationException, CertificateException {
        try {
            // The bare key, so that the dates of the certificate are told and not judged by.
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                    .setProvider(PROVIDER)
                    .build(new JcaX509CertificateConverter()
                            .setProvider(PROVIDER)
                            .getCertificate(certificate)
                            .getPublicKey()));
        } catch (CMSSignerDigestMismatchException _) {
            return false;
        }
    }

    /// The dates first: what comes after is the signer's to choose.
    private static String described(X509CertificateHolder certificate, SignerInformation signer) {
        List<String> said = new ArrayList<>();
        said.add("valid " + certificate.getNotBefore().toInstant() + " to "
                + certificate.getNotAfter().toInstant());
        signedAt(signer, said);
        String name = first(certificate, BCStyle.CN);
        said.add(name.isEmpty() ? certificate.getSubject().toString() : name);
        said.addAll(addresses(certificate));
        said.add("issuer " + certificate.getIssuer());
        return String.join("; ", said);
    }

    private static String first(X509CertificateHolder certificate, org.bouncycastle.asn1.ASN1ObjectIdentifier kind) {
        RDN[] names = certificate.getSubject().getRDNs(kind);
        return names.length == 0
                ? ""
                : IETFUtils.valueToString(names[0].getFirst().getValue());
    }

    /// Of the subject and of its other names (RFC 8550 section 3).
    private static Set<String> addresses(X509CertificateHolder certificate) {
        Set<String> found = new TreeSet<>();
        String old = first(certificate, BCStyle.EmailAddress);
        if (!old.isEmpty()) {
            found.add(old);
        }
        Extension names = certificate.getExtension(Extension.subjectAlternativeName);
        if (names != null) {
            for (GeneralName name :
                    GeneralNames.getInstance(names.getParsedValue()).getNames()) {
                if (name.getTagNo() == GeneralName.rfc822Name) {
                    found.add(name.getName().toString());
                }
            }
        }
        return found;
    }

    private static void signedAt(SignerInformation signer, List<String> said) {
        if (signer.getSignedAttributes() == null) {
            return;
        }
        Attribute time = signer.getSignedAttributes().get(CMSAttributes.signingTime);
        if (time != null && time.getAttrValues().size() > 0) {
            ASN1Encodable value = time.getAttrValues().getObjectAt(0);
            said.add("signed " + Time.getInstance(value).getDate().toInstant());
        }
    }
}
