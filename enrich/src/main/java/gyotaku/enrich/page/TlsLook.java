package gyotaku.enrich.page;

import gyotaku.enrich.egress.Dialer;
import gyotaku.model.Sha256;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// One handshake with a server, for its certificate. Whatever it shows is taken; whether it validates (RFC 5280, RFC
/// 9525) is written down.
final class TlsLook {

    /// Against a certificate of a thousand names.
    private static final int NAMES = 100;

    private TlsLook() {}

    /// @param peer whom the connection led to, empty behind an upstream proxy
    /// @param certificate empty when no handshake came about
    /// @param der the certificate's bytes
    record Seen(String peer, Optional<Visit.Certificate> certificate, byte[] der) {}

    /// @throws IOException when no connection came about; `NoAnswer` when the guard refuses
    static Seen at(Dialer dialer, String host, int port) throws IOException {
        Dialer.Line line = dialer.open(host, port);
        String peer = line.peer().map(address -> address.getHostAddress()).orElse("");
        Judge judge = new Judge();
        try (Socket raw = line.socket();
                SSLSocket tls = (SSLSocket) context(judge).getSocketFactory().createSocket(raw, host, port, true)) {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            if (host.chars().anyMatch(Character::isLetter) && host.indexOf(':') < 0) {
                parameters.setServerNames(List.of(new SNIHostName(host)));
            }
            tls.setSSLParameters(parameters);
            tls.startHandshake();
            return seen(peer, judge, tls.getSession().getProtocol());
        } catch (SSLException | IllegalArgumentException | GeneralSecurityException _) {
            return judge.shown.isEmpty() ? new Seen(peer, Optional.empty(), new byte[0]) : seen(peer, judge, "");
        }
    }

    private static SSLContext context(Judge judge) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {judge}, new SecureRandom());
        return context;
    }

    private static Seen seen(String peer, Judge judge, String protocol) {
        if (judge.shown.isEmpty()) {
            return new Seen(peer, Optional.empty(), new byte[0]);
        }
        X509Certificate leaf = judge.shown.getFirst();
        try {
            byte[] der = leaf.getEncoded();
            return new Seen(
                    peer,
                    Optional.of(new Visit.Certificate(
                            leaf.getSubjectX500Principal().getName(),
                            leaf.getIssuerX500Principal().getName(),
                            names(leaf),
                            leaf.getNotBefore().toInstant().toString(),
                            leaf.getNotAfter().toInstant().toString(),
                            protocol,
                            judge.fault,
                            Sha256.of(der).hex())),
                    der);
        } catch (CertificateException _) {
            return new Seen(peer, Optional.empty(), new byte[0]);
        }
    }

    private static List<String> names(X509Certificate leaf) throws CertificateException {
        Collection<List<?>> names = leaf.getSubjectAlternativeNames();
        return names == null
                ? List.of()
                : names.stream()
                        .filter(name -> name.get(1) instanceof String)
                        .map(name -> (String) name.get(1))
                        .limit(NAMES)
                        .toList();
    }

    /// Lets every chain pass and keeps what a strict one would say. This look is a client with a socket: of the methods
    /// that a trust manager must have, JSSE calls the one for that and no other, and the others trust nobody.
    private static final class Judge extends X509ExtendedTrustManager {

        private final X509ExtendedTrustManager strict = strict();
        private List<X509Certificate> shown = new ArrayList<>();
        private String fault = "";

        private static X509ExtendedTrustManager strict() {
            try {
                TrustManagerFactory factory =
                        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init((KeyStore) null);
                return Stream.of(factory.getTrustManagers())
                        .filter(X509ExtendedTrustManager.class::isInstance)
                        .map(X509ExtendedTrustManager.class::cast)
                        .findFirst()
                        .orElseThrow();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has a trust manager", e);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
            shown = List.of(chain);
            try {
                strict.checkServerTrusted(chain, authType, socket);
            } catch (CertificateException | RuntimeException e) {
                fault = fault(e, chain[0]);
            }
        }

        private static String fault(Throwable thrown, X509Certificate leaf) {
            for (Throwable at = thrown; at != null; at = at.getCause()) {
                if (at instanceof CertificateExpiredException) {
                    return "expired";
                }
                if (at instanceof CertificateNotYetValidException) {
                    return "not-yet-valid";
                }
            }
            String message = String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("subject alternative") || message.contains("no name matching")) {
                return "other-host";
            }
            return leaf.getSubjectX500Principal().equals(leaf.getIssuerX500Principal())
                    ? "self-signed"
                    : "untrusted-issuer";
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            throw new UnsupportedOperationException("sockets only");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            throw new UnsupportedOperationException("sockets only");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
            throw new UnsupportedOperationException("servers only");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            throw new UnsupportedOperationException("servers only");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            throw new UnsupportedOperationException("servers only");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
