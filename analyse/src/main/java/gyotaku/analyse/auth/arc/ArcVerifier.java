package gyotaku.analyse.auth.arc;

import gyotaku.analyse.auth.arc.ArcParser.Broken;
import gyotaku.analyse.auth.arc.ArcRecord.Seal;
import gyotaku.analyse.auth.arc.ArcResult.Fault;
import gyotaku.analyse.auth.dkim.Canonicalization;
import gyotaku.analyse.auth.dkim.DkimResult;
import gyotaku.analyse.auth.dkim.DkimVerifier;
import gyotaku.analyse.auth.dkim.KeyBook;
import gyotaku.analyse.auth.dkim.RawMessage;
import gyotaku.analyse.auth.dkim.SignatureCheck;
import gyotaku.analyse.auth.dkim.SignatureCheck.Finding;
import gyotaku.analyse.auth.dkim.SignedText;
import gyotaku.model.Lookup;
import java.util.List;

/// Validates the chain of a mail (RFC 8617 section 5.2): its shape first, since that needs nobody else, then the newest
/// signature over the mail, then every seal from the newest to the first.
public final class ArcVerifier {

    private final RawMessage message;
    private final KeyBook keys;

    private ArcVerifier(RawMessage message, KeyBook keys) {
        this.message = message;
        this.keys = keys;
    }

    public static ArcResult.Outcome verify(RawMessage message, KeyBook keys) {
        if (!ArcParser.hasChain(message)) {
            return new ArcResult.Outcome(new ArcResult.None(), List.of());
        }
        try {
            List<ArcRecord> sets = ArcParser.sets(message);
            return new ArcResult.Outcome(new ArcVerifier(message, keys).chain(sets), sets);
        } catch (Broken broken) {
            return new ArcResult.Outcome(broken.why(), List.of());
        }
    }

    private ArcResult chain(List<ArcRecord> sets) {
        ArcRecord newest = sets.getLast();
        if (newest.seal().validation().equals("fail")) {
            return new ArcResult.Fail(
                    Fault.FAILED_BEFORE, newest.instance(), newest.seal().domain());
        }
        for (ArcRecord set : sets) {
            String due = set.instance() == 1 ? "none" : "pass";
            if (!set.seal().validation().equals(due)) {
                return new ArcResult.Fail(
                        Fault.VALIDATION, set.instance(), "cv=" + set.seal().validation());
            }
        }
        ArcResult signature = message(newest);
        return signature instanceof ArcResult.Pass ? seals(sets) : signature;
    }

    private ArcResult message(ArcRecord newest) {
        DkimResult result = DkimVerifier.verify(message, newest.message(), keys);
        return switch (result) {
            case DkimResult.Pass _ -> new ArcResult.Pass();
            case DkimResult.KeyGone gone -> new ArcResult.KeyGone(newest.instance(), gone.name());
            case DkimResult.TempError error -> new ArcResult.TempError(error.question(), error.why());
            case DkimResult.KeyNotAsked not -> new ArcResult.NotEvaluated(not.why());
            case DkimResult.BodyRebuilt _ -> new ArcResult.BodyRebuilt();
            case DkimResult.BodyChanged _,
                    DkimResult.HeaderChanged _,
                    DkimResult.TooWeak _,
                    DkimResult.PermError _,
                    DkimResult.NotVerified _ -> new ArcResult.MessageFail(newest.instance(), result);
        };
    }

    private ArcResult seals(List<ArcRecord> sets) {
        for (int i = sets.size(); i > 0; i--) {
            ArcResult seal = seal(sets.subList(0, i));
            if (!(seal instanceof ArcResult.Pass)) {
                return seal;
            }
        }
        return new ArcResult.Pass();
    }

    /// The last seal of these sets, which covers all of them.
    private ArcResult seal(List<ArcRecord> sets) {
        ArcRecord last = sets.getLast();
        Seal seal = last.seal();
        SignatureCheck.Claim claim =
                new SignatureCheck.Claim(seal.algorithm(), seal.keyName(), seal.domain(), seal.domain());
        return switch (SignatureCheck.check(claim, seal.signature(), sealed(sets), keys)) {
            case Finding.Right _ -> new ArcResult.Pass();
            case Finding.RightButWeak weak -> new ArcResult.Fail(Fault.SEAL_UNUSABLE, last.instance(), weak.detail());
            case Finding.Wrong _ -> new ArcResult.Fail(Fault.SEAL_WRONG, last.instance(), seal.domain());
            case Finding.Unusable unusable ->
                new ArcResult.Fail(Fault.SEAL_UNUSABLE, last.instance(), unusable.detail());
            case Finding.NoKey _ -> new ArcResult.KeyGone(last.instance(), seal.keyName());
            case Finding.NoAnswer(Lookup<List<String>> answer) -> unanswered(seal, answer);
        };
    }

    private static ArcResult unanswered(Seal seal, Lookup<List<String>> answer) {
        return answer instanceof Lookup.Failed<List<String>> failed
                ? new ArcResult.TempError(seal.keyName(), failed.why())
                : new ArcResult.NotEvaluated(((Lookup.NotAsked<List<String>>) answer).why());
    }

    /// RFC 8617 section 5.1.1: the fields of all sets in their order, the last seal without its signature.
    private static String sealed(List<ArcRecord> sets) {
        StringBuilder text = new StringBuilder();
        for (ArcRecord set : sets) {
            text.append(Canonicalization.RELAXED.header(set.results())).append("\r\n");
            text.append(Canonicalization.RELAXED.header(set.message().field())).append("\r\n");
            boolean newest = set.instance() == sets.getLast().instance();
            text.append(Canonicalization.RELAXED.header(
                    newest
                            ? SignedText.withoutSignature(set.seal().field())
                            : set.seal().field()));
            text.append(newest ? "" : "\r\n");
        }
        return text.toString();
    }
}
