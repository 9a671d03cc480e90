package gyotaku.analyse.auth.arc;

import gyotaku.analyse.auth.dkim.DkimResult;
import gyotaku.model.Why;
import java.util.List;

/// The outcome of chain validation (RFC 8617 section 5.2), each with its reason.
public sealed interface ArcResult {

    /// The mail carries no chain.
    record None() implements ArcResult {}

    /// Every seal is right, and the mail is as the last station sent it on.
    record Pass() implements ArcResult {}

    /// @param instance of the set that is wrong, 0 when it cannot be told
    record Fail(Fault fault, int instance, String detail) implements ArcResult {}

    /// The mail was changed after the last station, or its signature cannot be used.
    record MessageFail(int instance, DkimResult result) implements ArcResult {}

    /// No key is published under that name any more, or there never was.
    record KeyGone(int instance, String name) implements ArcResult {}

    /// DNS did not answer.
    record TempError(String question, Why why) implements ArcResult {}

    /// The chain is well formed; its keys were not asked for.
    record NotEvaluated(Why why) implements ArcResult {}

    /// The body is not kept as it was sent, so that nothing can be told.
    record BodyRebuilt() implements ArcResult {}

    /// @param result what the chain came to
    /// @param sets as far as they can be read, first station first
    record Outcome(ArcResult result, List<ArcRecord> sets) {
        public Outcome {
            sets = List.copyOf(sets);
        }
    }

    /// What is wrong with a chain.
    enum Fault {
        /// More sets than RFC 8617 section 4.2.1 allows.
        TOO_MANY_SETS,
        /// A field is missing, stands twice, or the numbers have a gap.
        STRUCTURE,
        /// A field cannot be read.
        SYNTAX,
        /// `cv=` is not what its place demands.
        VALIDATION,
        /// A station on the way found the chain broken.
        FAILED_BEFORE,
        SEAL_WRONG,
        SEAL_UNUSABLE
    }

    /// The word of RFC 8617 section 4.4.
    default String word() {
        return switch (this) {
            case None _ -> "none";
            case Pass _ -> "pass";
            case Fail _, MessageFail _ -> "fail";
            case KeyGone _ -> "neutral";
            case TempError _ -> "temperror";
            case NotEvaluated _, BodyRebuilt _ -> "not-evaluated";
        };
    }
}
