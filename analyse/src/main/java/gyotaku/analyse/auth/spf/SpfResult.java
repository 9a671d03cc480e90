package gyotaku.analyse.auth.spf;

import gyotaku.analyse.auth.spf.SpfRecord.Qualifier;
import gyotaku.model.Why;
import java.util.Optional;

/// The outcome of `check_host()` (RFC 7208 section 2.6), each with its reason.
public sealed interface SpfResult {

    /// A directive matched.
    ///
    /// @param directive as written
    /// @param domain whose record holds it
    /// @param explanation of the domain's owner, only for a fail
    record Matched(Qualifier qualifier, String directive, String domain, String record, Optional<String> explanation)
            implements SpfResult {}

    /// The record names conditions, and none holds: neutral (section 4.7).
    record NoMatch(String domain, String record) implements SpfResult {}

    /// No record is published, or the name is none that could hold one.
    record None(String domain, boolean validName) implements SpfResult {}

    record PermError(Fault fault, String domain, String detail) implements SpfResult {}

    /// DNS did not answer.
    record TempError(String domain, String question, Why why) implements SpfResult {}

    /// Nobody was asked, or there is nothing to ask about.
    record NotEvaluated(Why why) implements SpfResult {}

    /// Why a record cannot be used.
    enum Fault {
        SYNTAX,
        SEVERAL_RECORDS,
        TOO_LONG,
        TOO_MANY_LOOKUPS,
        TOO_MANY_VOID_LOOKUPS,
        TOO_MANY_MX,
        TOO_MANY_QUERIES,
        NO_RECORD_AT_TARGET
    }

    /// The word of RFC 8601.
    default String word() {
        return switch (this) {
            case Matched matched -> matched.qualifier().word();
            case NoMatch _ -> "neutral";
            case None _ -> "none";
            case PermError _ -> "permerror";
            case TempError _ -> "temperror";
            case NotEvaluated _ -> "not-evaluated";
        };
    }
}
