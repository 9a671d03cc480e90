package gyotaku.enrich.bimi;

import gyotaku.enrich.HttpBody;
import gyotaku.enrich.Question;
import gyotaku.enrich.Reading;
import gyotaku.model.fact.Bimi.Certificate;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The first certificate of a PEM file, when it is made for marks (VMC, CMC). It is read and not verified.
public final class MarkCertificate {

    public static final String SOURCE = "bimi";

    /// id-kp-BrandIndicatorforMessageIdentification.
    private static final String FOR_MARKS = "1.3.6.1.5.5.7.3.31";
    private static final Map<String, String> KEYWORDS = Map.of("1.3.6.1.4.1.53087.1.13", "MARK");
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
    /// Against certificates for a thousand names.
    private static final int MOST_NAMES = 20;
    private static final int DNS_NAME = 2;

    private MarkCertificate() {}

    public static Question question(URI address) {
        return new Question(SOURCE, address.toString());
    }

    public static Reading<Certificate> read(byte[] body) {
        return HttpBody.readBytes(body, MarkCertificate::ofPem);
    }

    private static Reading<Certificate> ofPem(byte[] pem) {
        Optional<X509Certificate> first = first(new String(pem, StandardCharsets.ISO_8859_1));
        try {
            return first.isPresent() ? certificate(first.get()) : Reading.unreadable("no certificate");
        } catch (CertificateParsingException _) {
            return Reading.unreadable("no certificate");
        }
    }

    private static Optional<X509Certificate> first(String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = begin < 0 ? -1 : pem.indexOf(END, begin);
        if (end < 0) {
            return Optional.empty();
        }
        try {
            byte[] der = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Reading<Certificate> certificate(X509Certificate read) throws CertificateParsingException {
        List<String> uses = read.getExtendedKeyUsage();
        if (uses == null || !uses.contains(FOR_MARKS)) {
            return Reading.unreadable("a certificate that is not for marks");
        }
        Map<String, String> subject =
                DistinguishedName.attributes(read.getSubjectX500Principal().getName("RFC2253", KEYWORDS));
        Map<String, String> issuer =
                DistinguishedName.attributes(read.getIssuerX500Principal().getName("RFC2253"));
        Certificate certificate = new Certificate(
                subject.getOrDefault("O", ""),
                subject.getOrDefault("MARK", ""),
                issuer.getOrDefault("O", issuer.getOrDefault("CN", "")),
                names(read.getSubjectAlternativeNames()));
        return new Reading.Says<>(
                certificate,
                String.join(" ", certificate.organization(), certificate.mark(), certificate.issuer())
                        .strip());
    }

    private static List<String> names(@org.jspecify.annotations.Nullable Collection<List<?>> names) {
        return names == null
                ? List.of()
                : names.stream()
                        .filter(name -> name.size() == 2 && name.getFirst().equals(DNS_NAME))
                        .map(name -> name.getLast().toString())
                        .limit(MOST_NAMES)
                        .toList();
    }
}
