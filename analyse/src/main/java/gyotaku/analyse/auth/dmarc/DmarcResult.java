package gyotaku.analyse.auth.dmarc;

import gyotaku.analyse.auth.dmarc.DmarcRecord.Policy;
import gyotaku.model.Why;
import java.util.List;
import java.util.Optional;

/// The outcome of DMARC (RFC 9989 section 5.3), each with its reason.
public sealed interface DmarcResult {

    /// @param aligned names that passed and belong to the same organization as From, as SPF of example.com
    /// @param weak it rests on nothing but signatures that prove little
    record Pass(Applied applied, List<Aligned> aligned, boolean weak) implements DmarcResult {
        public Pass {
            aligned = List.copyOf(aligned);
        }
    }

    /// Nothing that passed belongs to the organization of From.
    record Fail(Applied applied) implements DmarcResult {}

    /// No policy applies to the domain of From.
    record None(String from) implements DmarcResult {}

    /// There is not exactly one domain in From.
    record PermError(int domains) implements DmarcResult {}

    /// DNS did not answer a question on which it depends.
    record TempError(String question, Why why) implements DmarcResult {}

    /// A policy applies, and a name that is aligned can be neither proven nor refused today.
    ///
    /// @param unanswered since DNS failed
    record Undecided(Applied applied, Aligned open, boolean unanswered) implements DmarcResult {}

    record NotEvaluated(Why why) implements DmarcResult {}

    /// @param method `SPF` or `DKIM`
    record Aligned(String method, String domain) {}

    /// The policy that applies.
    ///
    /// @param at the name it is published at
    /// @param tag `p`, `sp` or `np`: which of its policies
    /// @param asked what the owner asks for mail that fails, with `t=y` taken into account
    record Applied(DmarcRecord published, String at, String tag, Policy asked) {}

    /// The policy that applies, where there is one.
    default Optional<Applied> policy() {
        return switch (this) {
            case Pass pass -> Optional.of(pass.applied());
            case Fail fail -> Optional.of(fail.applied());
            case Undecided undecided -> Optional.of(undecided.applied());
            case None _, PermError _, TempError _, NotEvaluated _ -> Optional.empty();
        };
    }

    /// The word of RFC 8601 section 2.7.7 (RFC 7489 section 11.2).
    default String word() {
        return switch (this) {
            case Pass _ -> "pass";
            case Fail _ -> "fail";
            case None _ -> "none";
            case PermError _ -> "permerror";
            case TempError _ -> "temperror";
            case Undecided undecided -> undecided.unanswered() ? "temperror" : "not-evaluated";
            case NotEvaluated _ -> "not-evaluated";
        };
    }
}
