package gyotaku.testkit;

import gyotaku.model.DomainName;
import gyotaku.model.PublicSuffixes;
import org.apache.hc.client5.http.psl.PublicSuffixMatcher;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;

/// The public suffix list that lies in the HTTP client's jar.
public final class TestSuffixes implements PublicSuffixes {

    private final PublicSuffixMatcher matcher = PublicSuffixMatcherLoader.getDefault();

    @Override
    public DomainName registrable(DomainName name) {
        String root = matcher.getDomainRoot(name.ascii());
        return root == null ? name : new DomainName(root);
    }
}
