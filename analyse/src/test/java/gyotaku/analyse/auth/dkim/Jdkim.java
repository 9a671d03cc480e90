package gyotaku.analyse.auth.dkim;

import gyotaku.analyse.auth.TxtZone;
import gyotaku.analyse.auth.dkim.RawMessage.RawField;
import gyotaku.model.Lookup;
import gyotaku.model.fact.Resolver.RecordType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.james.jdkim.DKIMCommon;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.apache.james.jdkim.impl.BodyHasherImpl;
import org.apache.james.jdkim.impl.Message;
import org.apache.james.jdkim.tagvalue.SignatureRecordImpl;
import org.apache.james.mime4j.MimeException;

/// A second opinion: what Apache James makes of the same mail. It knows RSA alone.
final class Jdkim extends DKIMCommon {

    private Jdkim() {}

    /// Whether any signature passes with the keys of that zone.
    static boolean passes(byte[] mail, TxtZone zone) {
        DKIMVerifier verifier = new DKIMVerifier(keys(zone));
        try {
            verifier.verify(new ByteArrayInputStream(withCrLf(mail)));
        } catch (FailException | IOException | RuntimeException _) {
            return verifier.hasAnyValidSignature();
        }
        return verifier.hasAnyValidSignature();
    }

    private static PublicKeyRecordRetriever keys(TxtZone zone) {
        return (_, selector, domain) -> switch (zone.ask(selector + "._domainkey." + domain, RecordType.TXT)) {
            case Lookup.Found<List<String>> found -> found.value();
            case Lookup.NotListed<List<String>> _ -> List.of();
            case Lookup.NotAsked<List<String>> _, Lookup.Failed<List<String>> _ ->
                throw new TempFailException("no answer");
        };
    }

    /// What it makes of one signature without a key.
    ///
    /// @param bodyIsAsSigned whether its hash of the body is that of the signature
    /// @param signed the canonical text that is signed
    record Opinion(boolean bodyIsAsSigned, String signed) {}

    /// Empty when it cannot read the signature.
    static Optional<Opinion> opinion(byte[] mail, RawMessage message, RawField field) {
        try {
            SignatureRecord record = new Timeless(field.body());
            BodyHasherImpl hasher = new BodyHasherImpl(record);
            try (OutputStream out = hasher.getOutputStream()) {
                out.write(withCrLf(Arrays.copyOfRange(message.bytes(), message.bodyStart(), message.bodyEnd())));
            }
            Capture capture = new Capture();
            signatureCheck(new Message(new ByteArrayInputStream(withCrLf(mail))), record, record.getHeaders(), capture);
            return Optional.of(new Opinion(
                    Arrays.equals(hasher.getDigest(), record.getBodyHash()),
                    capture.text.toString(StandardCharsets.ISO_8859_1)));
        } catch (FailException
                | IOException
                | MimeException
                | SignatureException
                | IllegalStateException
                | IllegalArgumentException
                | StringIndexOutOfBoundsException
                | NullPointerException _) {
            return Optional.empty();
        }
    }

    static byte[] withCrLf(byte[] mail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(mail.length + mail.length / 20);
        for (int i = 0; i < mail.length; i++) {
            if (mail[i] == '\n') {
                out.write('\r');
            }
            if (mail[i] != '\r' || i + 1 == mail.length || mail[i + 1] != '\n') {
                out.write(mail[i]);
            }
        }
        return out.toByteArray();
    }

    /// It compares times with the clock of this machine, by which all of these mails are late.
    private static final class Timeless extends SignatureRecordImpl {

        Timeless(String body) {
            super(body);
        }

        @Override
        public void validate() {
            try {
                super.validate();
            } catch (IllegalStateException refused) {
                if (!String.valueOf(refused.getMessage()).startsWith("Signature is expired")) {
                    throw refused;
                }
            }
        }
    }

    /// Signs nothing, and keeps what it is given.
    private static final class Capture extends Signature {

        private final ByteArrayOutputStream text = new ByteArrayOutputStream();

        Capture() {
            super("capture");
            state = SIGN;
        }

        @Override
        protected void engineUpdate(byte b) {
            text.write(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int from, int length) {
            text.write(bytes, from, length);
        }

        @Override
        protected void engineInitVerify(PublicKey key) {}

        @Override
        protected void engineInitSign(PrivateKey key) {}

        @Override
        protected byte[] engineSign() {
            return new byte[0];
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return false;
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {}

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException(name);
        }
    }
}
