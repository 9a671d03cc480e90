package gyotaku.model.fact;

import gyotaku.model.Lookup;
import java.util.List;

/// Asks DNS one question. Live in `enrich`, the tape under replay, a zone in tests.
@FunctionalInterface
public interface Resolver {

    /// @param name without closing dot; underscores allowed
    /// @return the records of that owner after following CNAMEs, sorted; `NotListed` for NXDOMAIN and for no data;
    ///     `Failed` for SERVFAIL, timeout and the like; so never an empty list
    Lookup<List<String>> ask(String name, RecordType type);

    /// @see Resolver#ask
    enum RecordType {
        /// Dotted decimal.
        A,
        /// RFC 5952.
        AAAA,
        /// `preference host`.
        MX,
        /// Host name.
        NS,
        /// Host name.
        PTR,
        /// The strings of one record joined.
        TXT,
        /// `primary mailbox serial refresh retry expire minimum`, names without closing dot.
        SOA,
        /// `flags tag value`.
        CAA
    }
}
