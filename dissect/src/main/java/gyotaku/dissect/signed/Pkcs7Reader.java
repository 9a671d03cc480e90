package gyotaku.dissect.signed;

import com.google.auto.service.AutoService;
import gyotaku.dissect.Findings;
import gyotaku.dissect.FormatReader;
import gyotaku.dissect.Specimen;
import gyotaku.model.mail.Enclosure.Wish;
import gyotaku.model.mail.Opened;
import gyotaku.model.mail.Trait;
import java.io.IOException;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cms.CMSCompressedData;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.KeyTransRecipientId;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.ZlibExpanderProvider;

/// S/MIME in one piece (`smime.p7m`, RFC 8551 section 3): a message that is signed, compressed or encrypted.
@AutoService(FormatReader.class)
public final class Pkcs7Reader implements FormatReader {

    private static final Set<String> LABELS = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");

    /// Against a message for a million readers.
    private static final int MOST_RECIPIENTS = 10;

    @Override
    public boolean reads(Specimen file) {
        return LABELS.contains(file.label())
                || file.extension().equals("p7m")
                || file.extension().equals("p7s") && !Armour.isIn(file.bytes());
    }

    @Override
    public void read(Specimen file, Findings found) throws IOException, CMSException {
        ASN1ObjectIdentifier kind = ContentInfo.getInstance(file.bytes()).getContentType();
        if (kind.equals(CMSObjectIdentifiers.signedData)) {
            signed(new CMSSignedData(file.bytes()), found);
        } else if (kind.equals(CMSObjectIdentifiers.compressedData)) {
            CMSCompressedData compressed = new CMSCompressedData(file.bytes());
            message(
                    compressed.getContent(
                            new ZlibExpanderProvider(found.limits().answerBytes() / 2)),
                    found);
        } else if (kind.equals(CMSObjectIdentifiers.envelopedData)) {
            enveloped(new CMSEnvelopedData(file.bytes()), found);
        } else {
            found.state(Opened.State.NOT_LOOKED_INTO, "content of type " + kind);
        }
    }

    private static void signed(CMSSignedData signed, Findings found) {
        new Signers(signed, found).tell();
        if (signed.getSignedContent() != null && signed.getSignedContent().getContent() instanceof byte[] content) {
            message(content, found);
        }
    }

    private static void message(byte[] content, Findings found) {
        if (found.wish() == Wish.MESSAGE) {
            found.message(content);
        }
    }

    private static void enveloped(CMSEnvelopedData enveloped, Findings found) {
        enveloped.getRecipientInfos().getRecipients().stream()
                .limit(MOST_RECIPIENTS)
                .map(Pkcs7Reader::recipient)
                .forEach(who -> found.trait(Trait.Kind.ENCRYPTED, who));
        found.state(Opened.State.LOCKED, "encrypted for the keys of its recipients");
    }

    private static String recipient(RecipientInformation recipient) {
        return recipient.getRID() instanceof KeyTransRecipientId key && key.getIssuer() != null
                ? "for the certificate of issuer " + key.getIssuer() + ", serial " + key.getSerialNumber()
                : "for another key";
    }
}
