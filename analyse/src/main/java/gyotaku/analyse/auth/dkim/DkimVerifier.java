package gyotaku.analyse.auth.dkim;

import gyotaku.analyse.auth.TagList;
import gyotaku.analyse.auth.dkim.DkimResult.Change;
import gyotaku.analyse.auth.dkim.DkimResult.Fault;
import gyotaku.analyse.auth.dkim.DkimResult.Weakness;
import gyotaku.analyse.auth.dkim.RawMessage.RawField;
import gyotaku.model.Evidence;
import gyotaku.model.Lookup;
import gyotaku.model.Trust;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Verifies every DKIM-Signature of a mail (RFC 6376 section 6.1): the body first, since it needs nobody else, then the
/// key, then the signed fields.
public final class DkimVerifier {

    /// Against a mail of a thousand signatures, each with a key of its own to be asked for.
    public static final int MOST_VERIFIED = 8;
    /// Clocks differ: a signature that is no more than this many seconds in the future is of now.
    private static final long CLOCK_SKEW = 3600;

    private final RawMessage message;
    private final long at;
    private final KeyBook keys;
    private final Map<String, BodyHash.Hashed> bodies = new HashMap<>();

    /// @param at when the mail came in, seconds since 1970
    private DkimVerifier(RawMessage message, long at, KeyBook keys) {
        this.message = message;
        this.at = at;
        this.keys = keys;
    }

    /// @param domain `d=` as far as it can be read
    /// @param selector `s=` as far as it can be read
    /// @param algorithm `a=` as far as it can be read
    /// @param evidence the signature, then what was answered about its key
    public record Outcome(
            DkimResult result,
            String domain,
            String selector,
            String algorithm,
            Optional<DkimSignature> signature,
            List<Evidence> evidence) {
        public Outcome {
            evidence = List.copyOf(evidence);
        }

        /// The same where nothing shows that a key was ever published: anybody can name a key that is not there.
        public Outcome withoutKey() {
            return result instanceof DkimResult.KeyGone gone
                    ? new Outcome(
                            new DkimResult.PermError(Fault.NO_KEY, gone.name()),
                            domain,
                            selector,
                            algorithm,
                            signature,
                            evidence)
                    : this;
        }
    }

    /// One outcome for each signature, topmost first.
    public static List<Outcome> verify(RawMessage message, long at, KeyBook keys) {
        DkimVerifier verifier = new DkimVerifier(message, at, keys);
        List<RawField> fields = message.fields("dkim-signature");
        List<Outcome> outcomes = new ArrayList<>(fields.size());
        for (RawField field : fields) {
            outcomes.add(verifier.outcome(field, outcomes.size() < MOST_VERIFIED));
        }
        return outcomes;
    }

    /// The signature of ARC over the message (RFC 8617 section 4.1.2), of which nothing is asked about time.
    public static DkimResult verify(RawMessage message, DkimSignature arc, KeyBook keys) {
        return new DkimVerifier(message, 0, keys).untimed(arc);
    }

    private Outcome outcome(RawField field, boolean verified) {
        TagList tags = TagList.lenient(field.body());
        Optional<DkimSignature> signature = Optional.empty();
        DkimResult result = new DkimResult.NotVerified();
        if (verified) {
            try {
                signature = Optional.of(DkimParser.signature(field));
                result = timed(signature.get());
            } catch (DkimProblem problem) {
                result = new DkimResult.PermError(problem.fault(), problem.detail());
            }
        }
        return new Outcome(
                result,
                signature.map(DkimSignature::domain).orElse(tags.compact("d").orElse("")),
                tags.compact("s").orElse(""),
                tags.compact("a").orElse(""),
                signature,
                evidence(field, signature));
    }

    private List<Evidence> evidence(RawField field, Optional<DkimSignature> signature) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(new Evidence.InSample("header", field.span(), field.text(), Trust.CLAIMED));
        signature.ifPresent(known -> evidence.addAll(keys.evidence(known.keyName())));
        return evidence;
    }

    private DkimResult timed(DkimSignature signature) throws DkimProblem {
        if (signature.expiresAt().isPresent() && at > signature.expiresAt().getAsLong()) {
            throw new DkimProblem(
                    Fault.EXPIRED, Long.toString(signature.expiresAt().getAsLong()));
        }
        if (signature.signedAt().isPresent() && signature.signedAt().getAsLong() > at + CLOCK_SKEW) {
            throw new DkimProblem(
                    Fault.FUTURE, Long.toString(signature.signedAt().getAsLong()));
        }
        return untimed(signature);
    }

    private DkimResult untimed(DkimSignature signature) {
        BodyHash.Hashed body = hashed(signature);
        if (signature.bodyLength().orElse(0) > body.size() && !message.rebuilt()) {
            return new DkimResult.PermError(
                    Fault.LENGTH_BEYOND_BODY,
                    Long.toString(signature.bodyLength().orElse(0)));
        }
        return MessageDigest.isEqual(body.hash(), signature.bodyHash())
                ? header(signature, body.size())
                : bodyChanged(signature);
    }

    /// Signatures mostly agree about the form of the body, so each form is hashed once.
    private BodyHash.Hashed hashed(DkimSignature signature) {
        long length = signature.bodyLength().orElse(BodyHash.ALL);
        String form = signature.algorithm().digest() + " " + signature.body() + " " + length;
        return bodies.computeIfAbsent(
                form,
                _ -> new BodyHash(signature.body(), length, SignatureCheck.digest(signature.algorithm()))
                        .add(message.bytes(), message.bodyStart(), message.bodyEnd())
                        .finish());
    }

    private DkimResult header(DkimSignature signature, long bodySize) {
        return switch (finding(message, signature)) {
            case SignatureCheck.Finding.Right(boolean testing) ->
                new DkimResult.Pass(
                        weaknesses(signature, testing),
                        bodySize - Math.min(bodySize, signature.bodyLength().orElse(bodySize)));
            case SignatureCheck.Finding.RightButWeak(Fault fault, String detail) ->
                new DkimResult.TooWeak(fault, detail);
            case SignatureCheck.Finding.Wrong _ -> new DkimResult.HeaderChanged(headerChanges(signature));
            case SignatureCheck.Finding.Unusable(Fault fault, String detail) -> new DkimResult.PermError(fault, detail);
            case SignatureCheck.Finding.NoKey _ -> new DkimResult.KeyGone(signature.keyName());
            case SignatureCheck.Finding.NoAnswer(Lookup<List<String>> answer) -> unanswered(signature, answer);
        };
    }

    private static DkimResult unanswered(DkimSignature signature, Lookup<List<String>> answer) {
        return answer instanceof Lookup.Failed<List<String>> failed
                ? new DkimResult.TempError(signature.keyName(), failed.why())
                : new DkimResult.KeyNotAsked(((Lookup.NotAsked<List<String>>) answer).why());
    }

    private SignatureCheck.Finding finding(RawMessage as, DkimSignature signature) {
        return SignatureCheck.check(
                new SignatureCheck.Claim(
                        signature.algorithm(), signature.keyName(), signature.domain(), signature.identity()),
                signature.signature(),
                SignedText.of(as, signature),
                keys);
    }

    private boolean holds(RawMessage as, DkimSignature signature) {
        return switch (finding(as, signature)) {
            case SignatureCheck.Finding.Right _, SignatureCheck.Finding.RightButWeak _ -> true;
            case SignatureCheck.Finding.Wrong _,
                    SignatureCheck.Finding.Unusable _,
                    SignatureCheck.Finding.NoKey _,
                    SignatureCheck.Finding.NoAnswer _ -> false;
        };
    }

    /// Anybody can write the hash of another body into a header, so what seems to have been done to the body is told
    /// only when the signature over that hash is right.
    private DkimResult bodyChanged(DkimSignature signature) {
        if (message.rebuilt()) {
            return new DkimResult.BodyRebuilt();
        }
        Optional<BodyRepair.Undone> body = new BodyRepair(message, signature).change();
        if (body.isEmpty()) {
            return new DkimResult.BodyChanged(List.of());
        }
        boolean right = holds(message, signature);
        List<Change> header = right ? List.of() : headerChanges(signature);
        return right || !header.isEmpty()
                ? new DkimResult.BodyChanged(
                        Stream.concat(header.stream(), Stream.of(body.get().change()))
                                .distinct()
                                .toList(),
                        body.get().addedFrom())
                : new DkimResult.BodyChanged(List.of());
    }

    private List<Change> headerChanges(DkimSignature signature) {
        return HeaderRepair.of(message, signature, as -> holds(as, signature));
    }

    private List<Weakness> weaknesses(DkimSignature signature, boolean testing) {
        List<Weakness> weaknesses = new ArrayList<>();
        if (signature.bodyLength().isPresent()) {
            weaknesses.add(Weakness.BODY_LENGTH);
        }
        if (!signature.signed().contains("subject")
                && !message.fields("subject").isEmpty()) {
            weaknesses.add(Weakness.SUBJECT_UNSIGNED);
        } else if (hasUnsigned(signature, "subject")) {
            weaknesses.add(Weakness.OTHER_SUBJECT);
        }
        if (hasUnsigned(signature, "from")) {
            weaknesses.add(Weakness.OTHER_FROM);
        }
        if (testing) {
            weaknesses.add(Weakness.TESTING);
        }
        return weaknesses;
    }

    private boolean hasUnsigned(DkimSignature signature, String name) {
        long signed = signature.signed().stream().filter(name::equals).count();
        return message.fields(name).size() > signed;
    }
}
