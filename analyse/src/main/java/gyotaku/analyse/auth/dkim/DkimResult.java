package gyotaku.analyse.auth.dkim;

import gyotaku.model.Why;
import java.util.List;

/// The outcome for one signature (RFC 6376 section 3.9), each with its reason.
public sealed interface DkimResult {

    /// The signature is right.
    ///
    /// @param weaknesses why it proves less than it seems to; none for a plain pass
    /// @param unsigned bytes of the canonical body behind what `l=` covers
    record Pass(List<Weakness> weaknesses, long unsigned) implements DkimResult {
        public Pass {
            weaknesses = List.copyOf(weaknesses);
        }
    }

    /// The body is not the one that was signed.
    ///
    /// @param changes what was done to the mail, when undoing that makes the signature match; else none
    /// @param addedFrom where in the bytes of the message that begins which was added; -1 for nowhere
    record BodyChanged(List<Change> changes, int addedFrom) implements DkimResult {
        public BodyChanged {
            changes = List.copyOf(changes);
        }

        /// Nothing was added that could be told apart.
        public BodyChanged(List<Change> changes) {
            this(changes, -1);
        }
    }

    /// The body is not kept as it was sent, so that nothing can be told.
    record BodyRebuilt() implements DkimResult {}

    /// The signed header fields are not those that were signed, or the signature was made with another key.
    ///
    /// @param changes what was done to them, when undoing that makes the signature match; else none
    record HeaderChanged(List<Change> changes) implements DkimResult {
        public HeaderChanged {
            changes = List.copyOf(changes);
        }
    }

    /// Right, but made in a way that does not count any more (RFC 8301).
    record TooWeak(Fault fault, String detail) implements DkimResult {}

    /// The signature or the key cannot be used.
    record PermError(Fault fault, String detail) implements DkimResult {}

    /// No key is published under that name. Whether there was one when the mail came in cannot be told.
    record KeyGone(String name) implements DkimResult {}

    /// DNS did not answer.
    record TempError(String question, Why why) implements DkimResult {}

    /// The body is as signed; the key was not asked for.
    record KeyNotAsked(Why why) implements DkimResult {}

    /// One signature too many.
    record NotVerified() implements DkimResult {}

    /// Why a right signature proves little.
    enum Weakness {
        /// `l=`: text may be put behind what is signed (RFC 6376 section 8.2).
        BODY_LENGTH,
        /// Anybody may have written the subject.
        SUBJECT_UNSIGNED,
        /// There is another From than the signed one (RFC 6376 section 8.15).
        OTHER_FROM,
        /// There is another Subject than the signed one.
        OTHER_SUBJECT,
        /// `t=y`: the domain asks that it be treated as unsigned (RFC 6376 section 3.6.1).
        TESTING
    }

    /// What a way station does to mail.
    enum Change {
        /// Lines were put behind the text, as mailing lists and gateways do.
        FOOTER_ADDED,
        /// A part was put behind the others.
        PART_ADDED,
        /// Something in brackets was put before the subject.
        SUBJECT_TAGGED,
        /// A list put its own address into From.
        FROM_REWRITTEN,
        /// The body was encoded or decoded.
        TRANSFER_ENCODING,
        /// White space at line ends, or empty lines, came or went.
        LINE_ENDINGS,
        /// `>` was put before lines that begin with `From `.
        FROM_LINES_QUOTED,
        /// A field that was signed as absent was added.
        FIELD_ADDED
    }

    /// Why a signature or key cannot be used.
    enum Fault {
        SYNTAX,
        MISSING_TAG,
        VERSION,
        ALGORITHM,
        CANONICALIZATION,
        QUERY_METHOD,
        DOMAIN,
        IDENTITY,
        FROM_UNSIGNED,
        EXPIRED,
        FUTURE,
        EXPIRES_BEFORE_SIGNED,
        LENGTH_BEYOND_BODY,
        WEAK_HASH,
        NO_KEY,
        KEY_SYNTAX,
        KEY_REVOKED,
        KEY_TYPE,
        KEY_HASH,
        KEY_SERVICE,
        KEY_STRICT,
        KEY_TOO_SHORT,
        KEY_TOO_LONG
    }

    /// Whether the signer's domain took responsibility for the mail, however weakly.
    default boolean isPass() {
        return this instanceof Pass;
    }

    /// Whether it proves the whole of what a reader sees.
    default boolean isPlainPass() {
        return this instanceof Pass pass && pass.weaknesses().isEmpty();
    }

    /// Whether it can still turn out to have been right.
    default boolean isOpen() {
        return switch (this) {
            case TempError _, KeyNotAsked _, KeyGone _, NotVerified _, BodyRebuilt _ -> true;
            case Pass _, BodyChanged _, HeaderChanged _, TooWeak _, PermError _ -> false;
        };
    }

    /// The word of RFC 8601 section 2.7.1. A key that is gone is no `permerror`, which at receipt it may not have been.
    default String word() {
        return switch (this) {
            case Pass _ -> "pass";
            case BodyChanged _, HeaderChanged _ -> "fail";
            case TooWeak _, PermError _ -> "permerror";
            case KeyGone _ -> "neutral";
            case TempError _ -> "temperror";
            case KeyNotAsked _, NotVerified _, BodyRebuilt _ -> "not-evaluated";
        };
    }
}
