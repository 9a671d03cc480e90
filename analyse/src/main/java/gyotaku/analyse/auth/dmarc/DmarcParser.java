package gyotaku.analyse.auth.dmarc;

import gyotaku.analyse.auth.TagList;
import gyotaku.analyse.auth.dmarc.DmarcRecord.Boundary;
import gyotaku.analyse.auth.dmarc.DmarcRecord.Policy;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads a record (RFC 9989 section 4.8).
///
/// ```
/// dmarc-record  = dmarc-version *(dmarc-sep dmarc-tag) [dmarc-sep]
/// dmarc-version = "v" equals %s"DMARC1"
/// dmarc-tag     = 1*ALPHA equals 1*dmarc-value
/// equals        = *WSP "=" *WSP
/// ```
final class DmarcParser {

    private static final Pattern VERSION = Pattern.compile("[vV][ \\t]*=[ \\t]*DMARC1[ \\t]*(?:;.*)?", Pattern.DOTALL);
    private static final Pattern URI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:\\S+");
    /// Against records of a hundred kilobytes.
    private static final int LONGEST = 8 << 10;

    private DmarcParser() {}

    /// Whether a TXT record is one of DMARC at all.
    static boolean isDmarc(String txt) {
        return VERSION.matcher(cut(txt)).matches();
    }

    /// Empty when the record is to be treated as if there were none (section 4.10.1): it has no valid policy and asks
    /// for
    /// no reports.
    static Optional<DmarcRecord> parse(String txt) {
        TagList tags = TagList.lenient(cut(txt));
        boolean valid = tags.get("p").flatMap(Policy::of).isPresent() && isValid(tags, "sp") && isValid(tags, "np");
        if (valid) {
            return Optional.of(
                    record(txt, tags, policy(tags, "p").orElseThrow(), policy(tags, "sp"), policy(tags, "np")));
        }
        return asksForReports(tags)
                ? Optional.of(record(txt, tags, Policy.NONE, Optional.empty(), Optional.empty()))
                : Optional.empty();
    }

    private static String cut(String txt) {
        return txt.length() > LONGEST ? txt.substring(0, LONGEST) : txt;
    }

    private static boolean isValid(TagList tags, String name) {
        return tags.get(name).isEmpty() || policy(tags, name).isPresent();
    }

    private static Optional<Policy> policy(TagList tags, String name) {
        return tags.get(name).flatMap(Policy::of);
    }

    private static boolean asksForReports(TagList tags) {
        return Stream.of(tags.get("rua", "").split(","))
                .anyMatch(uri -> URI.matcher(uri.strip()).matches());
    }

    private static DmarcRecord record(
            String txt, TagList tags, Policy policy, Optional<Policy> subdomains, Optional<Policy> nonexistent) {
        return new DmarcRecord(
                txt,
                policy,
                subdomains,
                nonexistent,
                is(tags, "adkim", "s"),
                is(tags, "aspf", "s"),
                boundary(tags.get("psd", "u")),
                is(tags, "t", "y"),
                percent(tags.get("pct", "")));
    }

    private static boolean is(TagList tags, String name, String value) {
        return tags.get(name, "").equalsIgnoreCase(value);
    }

    private static Boundary boundary(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "y" -> Boundary.PUBLIC_SUFFIX;
            case "n" -> Boundary.ORGANIZATION;
            default -> Boundary.UNKNOWN;
        };
    }

    private static OptionalInt percent(String value) {
        boolean number =
                !value.isEmpty() && value.length() <= 3 && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && Integer.parseInt(value) <= 100 ? OptionalInt.of(Integer.parseInt(value)) : OptionalInt.empty();
    }
}
