package gyotaku.analyse.auth.spf;

import gyotaku.analyse.auth.spf.Mechanism.Prefixes;
import gyotaku.analyse.auth.spf.SpfRecord.Directive;
import gyotaku.analyse.auth.spf.SpfRecord.Qualifier;
import gyotaku.model.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads a record (RFC 7208 section 12).
///
/// ```
/// record    = "v=spf1" *( 1*SP ( directive / modifier ) ) *SP
/// directive = [ "+" / "-" / "?" / "~" ] mechanism
/// modifier  = name "=" macro-string
/// ```
final class SpfParser {

    /// Against records of thousands of terms: RFC 7208 section 3.4 wants them to fit into one UDP answer of 512
    /// octets, and the longest that senders publish have some thousands.
    static final int LONGEST_RECORD = 16_384;

    private static final String VERSION = "v=spf1";

    private final List<Directive> directives = new ArrayList<>();
    private Optional<DomainSpec> redirect = Optional.empty();
    private Optional<DomainSpec> explanation = Optional.empty();

    private SpfParser() {}

    /// Whether a TXT record is one of SPF at all (section 4.5).
    static boolean isSpf(String txt) {
        return txt.regionMatches(true, 0, VERSION, 0, VERSION.length())
                && (txt.length() == VERSION.length() || txt.charAt(VERSION.length()) == ' ');
    }

    static SpfRecord parse(String txt) throws SyntaxProblem {
        SpfParser parser = new SpfParser();
        for (String term : txt.substring(VERSION.length()).split(" ", -1)) {
            if (!term.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                throw new SyntaxProblem(term);
            }
            if (!term.isEmpty()) {
                parser.term(term);
            }
        }
        return new SpfRecord(txt, parser.directives, parser.redirect, parser.explanation);
    }

    private void term(String term) throws SyntaxProblem {
        int equals = term.indexOf('=');
        if (equals > 0 && isModifierName(term.substring(0, equals))) {
            modifier(term.substring(0, equals).toLowerCase(Locale.ROOT), term.substring(equals + 1));
        } else {
            directives.add(directive(term));
        }
    }

    private static boolean isModifierName(String name) {
        char first = name.charAt(0);
        boolean letter = first >= 'a' && first <= 'z' || first >= 'A' && first <= 'Z';
        return letter
                && name.chars()
                        .allMatch(c -> c >= 'a' && c <= 'z'
                                || c >= 'A' && c <= 'Z'
                                || c >= '0' && c <= '9'
                                || c == '-'
                                || c == '_'
                                || c == '.');
    }

    private void modifier(String name, String value) throws SyntaxProblem {
        switch (name) {
            case "redirect" -> redirect = once(redirect, name, value);
            case "exp" -> explanation = once(explanation, name, value);
            default -> DomainSpec.macros(value, DomainSpec.Use.EXPLANATION);
        }
    }

    private static Optional<DomainSpec> once(Optional<DomainSpec> before, String name, String value)
            throws SyntaxProblem {
        if (before.isPresent()) {
            throw new SyntaxProblem(name + "=" + value);
        }
        return Optional.of(DomainSpec.domain(value));
    }

    private static Directive directive(String term) throws SyntaxProblem {
        Optional<Qualifier> qualifier = Qualifier.of(term.charAt(0));
        String rest = qualifier.isPresent() ? term.substring(1) : term;
        return new Directive(qualifier.orElse(Qualifier.PASS), mechanism(rest, term), term);
    }

    private static Mechanism mechanism(String text, String term) throws SyntaxProblem {
        int end = 0;
        while (end < text.length() && text.charAt(end) != ':' && text.charAt(end) != '/') {
            end++;
        }
        String name = text.substring(0, end).toLowerCase(Locale.ROOT);
        String rest = text.substring(end);
        return switch (name) {
            case "all" -> all(rest, term);
            case "include" -> new Mechanism.Include(needed(rest, term));
            case "exists" -> new Mechanism.Exists(needed(rest, term));
            case "ptr" -> new Mechanism.Ptr(optional(rest, term));
            case "ip4" -> network(rest, 32, term);
            case "ip6" -> network(rest, 128, term);
            case "a" -> {
                Cidr cidr = Cidr.of(rest, term);
                yield new Mechanism.A(optional(cidr.rest(), term), cidr.prefixes());
            }
            case "mx" -> {
                Cidr cidr = Cidr.of(rest, term);
                yield new Mechanism.Mx(optional(cidr.rest(), term), cidr.prefixes());
            }
            default -> throw new SyntaxProblem(term);
        };
    }

    private static Mechanism all(String rest, String term) throws SyntaxProblem {
        if (!rest.isEmpty()) {
            throw new SyntaxProblem(term);
        }
        return new Mechanism.All();
    }

    private static DomainSpec needed(String rest, String term) throws SyntaxProblem {
        return optional(rest, term).orElseThrow(() -> new SyntaxProblem(term));
    }

    private static Optional<DomainSpec> optional(String rest, String term) throws SyntaxProblem {
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        if (rest.charAt(0) != ':') {
            throw new SyntaxProblem(term);
        }
        return Optional.of(DomainSpec.domain(rest.substring(1)));
    }

    private static Mechanism network(String rest, int most, String term) throws SyntaxProblem {
        if (rest.isEmpty() || rest.charAt(0) != ':') {
            throw new SyntaxProblem(term);
        }
        int slash = rest.indexOf('/');
        String literal = rest.substring(1, slash < 0 ? rest.length() : slash);
        int prefix = slash < 0 ? most : Cidr.prefix(rest.substring(slash + 1), most, term);
        boolean shaped = most == 32 ? literal.indexOf(':') < 0 : literal.indexOf(':') >= 0;
        boolean bare = !literal.startsWith("[") && !literal.regionMatches(true, 0, "IPv6:", 0, 5);
        Optional<IpAddress> address = shaped && bare ? IpAddress.parse(literal) : Optional.empty();
        boolean mapped = most == 128 && address.isPresent() && address.get().isV4();
        return new Mechanism.Network(
                address.orElseThrow(() -> new SyntaxProblem(term)), mapped ? Math.max(0, prefix - 96) : prefix);
    }

    /// `[ "/" ip4-cidr ] [ "//" ip6-cidr ]` at the end of a term.
    private record Cidr(String rest, Prefixes prefixes) {

        static Cidr of(String text, String term) throws SyntaxProblem {
            int v6 = 128;
            String rest = text;
            int twice = rest.lastIndexOf("//");
            if (twice >= 0 && digits(rest.substring(twice + 2))) {
                v6 = prefix(rest.substring(twice + 2), 128, term);
                rest = rest.substring(0, twice);
            }
            int once = rest.lastIndexOf('/');
            if (once >= 0 && digits(rest.substring(once + 1))) {
                int v4 = prefix(rest.substring(once + 1), 32, term);
                return new Cidr(rest.substring(0, once), new Prefixes(v4, v6));
            }
            return new Cidr(rest, new Prefixes(32, v6));
        }

        static int prefix(String digits, int most, String term) throws SyntaxProblem {
            boolean leadingZero = digits.length() > 1 && digits.charAt(0) == '0';
            if (!digits(digits) || digits.length() > 3 || leadingZero || Integer.parseInt(digits) > most) {
                throw new SyntaxProblem(term);
            }
            return Integer.parseInt(digits);
        }

        private static boolean digits(String text) {
            return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    }
}
