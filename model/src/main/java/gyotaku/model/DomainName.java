package gyotaku.model;

import java.util.Locale;
import java.util.Optional;

/// A domain name in A-label form, lower case, without a closing dot, at most 253 characters. Never an IP address.
///
/// It is as the mail or a look-up gave it and need not exist; hostile names with odd characters are possible.
public record DomainName(String ascii) implements Comparable<DomainName> {

    public DomainName {
        ascii = ascii.toLowerCase(Locale.ROOT);
        if (ascii.endsWith(".")) {
            ascii = ascii.substring(0, ascii.length() - 1);
        }
        if (ascii.isEmpty() || ascii.length() > 253) {
            throw new IllegalArgumentException("a domain name has 1 to 253 characters, not " + ascii.length());
        }
    }

    /// Empty for what cannot be one: nothing but dots, or too long.
    public static Optional<DomainName> of(String name) {
        boolean letters = name.chars().anyMatch(c -> c != '.');
        return letters && name.length() <= 253 && !name.endsWith("..")
                ? Optional.of(new DomainName(name))
                : Optional.empty();
    }

    /// Whether it is `parent` or below it.
    public boolean within(DomainName parent) {
        return ascii.equals(parent.ascii) || ascii.endsWith("." + parent.ascii);
    }

    /// The last label.
    public String topLevel() {
        return ascii.substring(ascii.lastIndexOf('.') + 1);
    }

    @Override
    public int compareTo(DomainName other) {
        return ascii.compareTo(other.ascii);
    }

    @Override
    public String toString() {
        return ascii;
    }
}
