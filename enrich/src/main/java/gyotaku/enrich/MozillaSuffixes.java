package gyotaku.enrich;

import gyotaku.model.DomainName;
import gyotaku.model.PublicSuffixes;
import org.apache.hc.client5.http.psl.DomainType;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/// The public suffix list (publicsuffix.org) as it lies in the HTTP client's jar.
///
/// `registrable` goes by the ICANN section alone, since only those names stand in a registry: `a.github.io` gives
/// `github.io`. Names that a company lends to its customers are told apart by [#tenant].
public final class MozillaSuffixes implements PublicSuffixes {

    private final PublicSuffixMatcher matcher = PublicSuffixMatcherLoader.getDefault();

    @Override
    public DomainName registrable(DomainName name) {
        String root = root(name, DomainType.ICANN);
        return root.isEmpty() ? name : new DomainName(root);
    }

    /// Whose name it is when the private section counts too: `a.github.io` stays itself.
    public DomainName tenant(DomainName name) {
        String lent = root(name, DomainType.PRIVATE);
        DomainName registered = registrable(name);
        return lent.length() > registered.ascii().length() ? new DomainName(lent) : registered;
    }

    private String root(DomainName name, DomainType type) {
        String ascii = name.ascii();
        if (ascii.startsWith(".") || ascii.contains("..")) {
            return "";
        }
        String root = matcher.getDomainRoot(ascii, type);
        return root == null ? "" : root;
    }
}
