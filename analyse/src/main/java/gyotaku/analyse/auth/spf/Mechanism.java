package gyotaku.analyse.auth.spf;

import gyotaku.model.IpAddress;
import java.util.Optional;

/// A condition on the sending address (RFC 7208 section 5). An absent domain means the one that is being checked.
public sealed interface Mechanism {

    record All() implements Mechanism {}

    record Include(DomainSpec domain) implements Mechanism {}

    record A(Optional<DomainSpec> domain, Prefixes prefixes) implements Mechanism {}

    record Mx(Optional<DomainSpec> domain, Prefixes prefixes) implements Mechanism {}

    record Ptr(Optional<DomainSpec> domain) implements Mechanism {}

    record Network(IpAddress address, int prefix) implements Mechanism {}

    record Exists(DomainSpec domain) implements Mechanism {}

    /// How many leading bits must agree.
    record Prefixes(int v4, int v6) {
        static final Prefixes WHOLE = new Prefixes(32, 128);

        boolean cover(IpAddress listed, IpAddress client) {
            return listed.isV4() == client.isV4() && client.in(listed, client.isV4() ? v4 : v6);
        }
    }
}
