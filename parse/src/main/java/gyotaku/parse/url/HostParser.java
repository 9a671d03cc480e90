package gyotaku.parse.url;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Hosts by the URL Standard, section 3.5: names through UTS 46, numbers as IPv4, brackets as IPv6.
final class HostParser {

    /// Against the quadratic work of Punycode; DNS ends at 253.
    private static final int LONGEST_IDN = 1_024;

    private static final String FORBIDDEN = "\0\t\n\r #/:<>?@[\\]^|";

    private static final IDNA UTS46 =
            IDNA.getUTS46Instance(IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII);

    /// CheckHyphens and VerifyDnsLength are false in the URL Standard; ICU always reports both.
    private static final Set<IDNA.Error> TOLERATED = EnumSet.of(
            IDNA.Error.LEADING_HYPHEN,
            IDNA.Error.TRAILING_HYPHEN,
            IDNA.Error.HYPHEN_3_4,
            IDNA.Error.EMPTY_LABEL,
            IDNA.Error.LABEL_TOO_LONG,
            IDNA.Error.DOMAIN_NAME_TOO_LONG);

    private HostParser() {}

    static Optional<String> parse(String input, boolean special) {
        if (input.startsWith("[")) {
            return input.endsWith("]")
                    ? Ipv6.parse(input.substring(1, input.length() - 1)).map(address -> "[" + address + "]")
                    : Optional.empty();
        }
        return special ? domain(PercentEncoding.decode(input)) : opaque(input);
    }

    private static Optional<String> opaque(String input) {
        return input.chars().anyMatch(c -> FORBIDDEN.indexOf(c) >= 0)
                ? Optional.empty()
                : Optional.of(PercentEncoding.CONTROL.encode(input));
    }

    private static Optional<String> domain(String name) {
        Optional<String> ascii = toAscii(name);
        if (ascii.isEmpty() || ascii.get().isEmpty() || ascii.get().chars().anyMatch(HostParser::forbiddenInDomain)) {
            return Optional.empty();
        }
        return Ipv4.endsInNumber(ascii.get()) ? Ipv4.parse(ascii.get()) : ascii;
    }

    private static boolean forbiddenInDomain(int c) {
        return c <= 0x1f || c == '%' || c == 0x7f || FORBIDDEN.indexOf(c) >= 0;
    }

    /// The domain to ASCII of section 3.3, not strict: an ASCII name is only lowered, even where its `xn--` labels are
    /// no valid Punycode; any other name goes through UTS 46.
    static Optional<String> toAscii(String name) {
        if (name.chars().allMatch(c -> c < 128)) {
            return Optional.of(Ascii.lower(name));
        }
        if (name.length() > LONGEST_IDN) {
            return Optional.empty();
        }
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = UTS46.nameToASCII(name, new StringBuilder(), info);
        return TOLERATED.containsAll(info.getErrors()) && ascii.chars().allMatch(c -> c < 128)
                ? Optional.of(ascii.toString())
                : Optional.empty();
    }
}
