package gyotaku.model;

/// The public suffix list (publicsuffix.org), as far as this program needs it.
@FunctionalInterface
public interface PublicSuffixes {

    /// The part of a name that somebody registered: `mail.example.co.jp` gives `example.co.jp`. A public suffix itself,
    /// or a name of one label, is returned as it is.
    DomainName registrable(DomainName name);
}
