package gyotaku.model.mail;

import gyotaku.model.ByteSpan;
import gyotaku.model.DomainName;
import java.util.Locale;
import java.util.Optional;

/// A mailbox of an address header (RFC 5322 section 3.4).
///
/// @param name the display name decoded, or empty
/// @param address `local@domain` as written; empty when none could be read
/// @param span of the header field it stands in
public record Mailbox(String name, String address, ByteSpan span) {

    public String localPart() {
        int at = address.lastIndexOf('@');
        return at < 0 ? address : address.substring(0, at);
    }

    public Optional<DomainName> domain() {
        int at = address.lastIndexOf('@');
        String domain = at < 0 ? "" : address.substring(at + 1);
        return domain.startsWith("[") ? Optional.empty() : DomainName.of(domain);
    }

    public boolean sameAddress(Mailbox other) {
        return !address.isEmpty() && address.toLowerCase(Locale.ROOT).equals(other.address.toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return name.isEmpty() ? address : name + " <" + address + ">";
    }
}
