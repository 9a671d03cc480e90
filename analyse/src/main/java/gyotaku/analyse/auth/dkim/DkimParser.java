package gyotaku.analyse.auth.dkim;

import gyotaku.analyse.auth.ALabels;
import gyotaku.analyse.auth.TagList;
import gyotaku.analyse.auth.dkim.DkimResult.Fault;
import gyotaku.analyse.auth.dkim.DkimSignature.Algorithm;
import gyotaku.analyse.auth.dkim.RawMessage.RawField;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads signatures (RFC 6376 section 3.5) and keys (section 3.6.1).
///
/// ```
/// sig-h-tag   = "h" [FWS] "=" [FWS] hdr-name *( [FWS] ":" [FWS] hdr-name )
/// sig-c-tag   = "c" [FWS] "=" [FWS] ("simple" / "relaxed") ["/" ("simple" / "relaxed")]
/// key-v-tag   = "v" [FWS] "=" [FWS] "DKIM1"          first, when it is there
/// key-t-tag   = "t" [FWS] "=" [FWS] key-t-tag-flag *( [FWS] ":" [FWS] key-t-tag-flag )
/// ```
public final class DkimParser {

    /// Against a list of names that makes us hash the same field without end.
    private static final int MOST_SIGNED = 1_000;
    /// An RSA key of 8192 bits takes some 1,400 characters: against records of megabytes.
    private static final int LONGEST_KEY = 4 << 10;

    private static final Pattern ESCAPED = Pattern.compile("=([0-9A-F]{2})");

    private DkimParser() {}

    /// A DKIM-Signature.
    static DkimSignature signature(RawField field) throws DkimProblem {
        TagList tags = tags(field);
        String version = tags.get("v").orElseThrow(() -> new DkimProblem(Fault.MISSING_TAG, "v="));
        if (!version.equals("1")) {
            throw new DkimProblem(Fault.VERSION, version);
        }
        String domain = domain(needed(tags, "d"));
        List<String> signed = names(needed(tags, "h"));
        if (signed.contains("")) {
            throw new DkimProblem(Fault.SYNTAX, "h=");
        }
        Canonicalization[] forms = forms(tags.compact("c").orElse("simple/simple"));
        DkimSignature signature = signature(field, tags, domain, identity(tags.compact("i"), domain), signed, forms);
        if (!signature.signed().contains("from")) {
            throw new DkimProblem(Fault.FROM_UNSIGNED, "");
        }
        return signature;
    }

    /// An ARC-Message-Signature, which has no version, whose `i=` is a number, and which need not cover From. Made by
    /// programs that know no form but relaxed, it is so where `c=` is missing, and names in `h=` may be empty.
    public static DkimSignature arcSignature(RawField field) throws DkimProblem {
        TagList tags = tags(field);
        String domain = domain(needed(tags, "d"));
        List<String> signed = names(tags.compact("h").orElseThrow(() -> new DkimProblem(Fault.MISSING_TAG, "h=")));
        Canonicalization[] forms = forms(tags.compact("c").orElse("relaxed/relaxed"));
        return signature(field, tags, domain, domain, signed, forms);
    }

    public static TagList tags(RawField field) throws DkimProblem {
        return TagList.strict(field.body()).orElseThrow(() -> new DkimProblem(Fault.SYNTAX, ""));
    }

    private static DkimSignature signature(
            RawField field, TagList tags, String domain, String identity, List<String> signed, Canonicalization[] forms)
            throws DkimProblem {
        checkQuery(tags.compact("q").orElse("dns/txt"));
        OptionalLong signedAt = number(tags, "t");
        OptionalLong expiresAt = number(tags, "x");
        if (signedAt.isPresent() && expiresAt.isPresent() && expiresAt.getAsLong() < signedAt.getAsLong()) {
            throw new DkimProblem(Fault.EXPIRES_BEFORE_SIGNED, "");
        }
        return new DkimSignature(
                field,
                algorithm(tags),
                bytes(needed(tags, "b"), "b="),
                bytes(needed(tags, "bh"), "bh="),
                forms[0],
                forms[1],
                domain,
                selector(needed(tags, "s")),
                identity,
                signed,
                number(tags, "l"),
                signedAt,
                expiresAt);
    }

    public static Algorithm algorithm(TagList tags) throws DkimProblem {
        String word = needed(tags, "a");
        return Algorithm.of(word).orElseThrow(() -> new DkimProblem(Fault.ALGORITHM, word));
    }

    public static String needed(TagList tags, String name) throws DkimProblem {
        return tags.compact(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new DkimProblem(Fault.MISSING_TAG, name + "="));
    }

    private static List<String> names(String value) throws DkimProblem {
        List<String> names = Stream.of(value.toLowerCase(Locale.ROOT).split(":", -1))
                .limit(MOST_SIGNED + 1L)
                .toList();
        if (names.size() > MOST_SIGNED) {
            throw new DkimProblem(Fault.SYNTAX, "h=");
        }
        return names;
    }

    private static Canonicalization[] forms(String value) throws DkimProblem {
        int slash = value.indexOf('/');
        String body = slash < 0 ? "simple" : value.substring(slash + 1);
        Optional<Canonicalization> first = Canonicalization.of(slash < 0 ? value : value.substring(0, slash));
        Optional<Canonicalization> second = Canonicalization.of(body);
        if (first.isEmpty() || second.isEmpty()) {
            throw new DkimProblem(Fault.CANONICALIZATION, value);
        }
        return new Canonicalization[] {first.get(), second.get()};
    }

    private static void checkQuery(String value) throws DkimProblem {
        if (Stream.of(value.split(":")).noneMatch("dns/txt"::equalsIgnoreCase)) {
            throw new DkimProblem(Fault.QUERY_METHOD, value);
        }
    }

    /// Section 3.5: the domain of `i=` is `d=` or lies below it.
    private static String identity(Optional<String> value, String domain) throws DkimProblem {
        if (value.isEmpty()) {
            return domain;
        }
        String identity = unquoted(value.get());
        String host = domain(identity.substring(identity.lastIndexOf('@') + 1));
        if (identity.indexOf('@') < 0 || !host.equals(domain) && !host.endsWith("." + domain)) {
            throw new DkimProblem(Fault.IDENTITY, identity);
        }
        return host;
    }

    /// `dkim-quoted-printable` (section 2.11): `=40` is an `@`.
    private static String unquoted(String value) {
        return ESCAPED.matcher(value)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(escape.group(1), 16))));
    }

    /// An A-label domain name that can be asked for.
    public static String domain(String value) throws DkimProblem {
        return name(value, Fault.DOMAIN);
    }

    public static String selector(String value) throws DkimProblem {
        return name(value, Fault.SYNTAX);
    }

    private static String name(String value, Fault fault) throws DkimProblem {
        String ascii = ascii(value).toLowerCase(Locale.ROOT);
        boolean labels = !ascii.isEmpty()
                && ascii.length() <= 240
                && Arrays.stream(ascii.split("\\.", -1)).allMatch(label -> !label.isEmpty() && label.length() <= 63);
        boolean plain = ascii.chars().allMatch(c -> c > ' ' && c < 0x7f && "@\\\"()<>,;:/".indexOf(c) < 0);
        if (!labels || !plain) {
            throw new DkimProblem(fault, value);
        }
        return ascii;
    }

    /// Names beyond ASCII stand in UTF-8 (RFC 8616 section 4).
    private static String ascii(String value) {
        if (value.chars().allMatch(c -> c < 0x80)) {
            return value;
        }
        return ALabels.of(new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }

    private static OptionalLong number(TagList tags, String name) throws DkimProblem {
        Optional<String> value = tags.compact(name);
        if (value.isEmpty()) {
            return OptionalLong.empty();
        }
        String digits = value.get();
        if (digits.isEmpty() || digits.length() > 76 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new DkimProblem(Fault.SYNTAX, name + "=" + digits);
        }
        return OptionalLong.of(digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits));
    }

    public static byte[] bytes(String base64, String tag) throws DkimProblem {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            throw new DkimProblem(Fault.SYNTAX, tag);
        }
    }

    /// A TXT record.
    static DkimRecord key(String txt) throws DkimProblem {
        TagList tags = TagList.strict(txt).orElseThrow(() -> new DkimProblem(Fault.KEY_SYNTAX, txt));
        Optional<String> version = tags.get("v");
        boolean first = tags.values().keySet().stream().findFirst().equals(Optional.of("v"));
        if (version.isPresent() && !(first && version.get().equals("DKIM1"))) {
            throw new DkimProblem(Fault.KEY_SYNTAX, "v=" + version.get());
        }
        String key = tags.compact("p").orElseThrow(() -> new DkimProblem(Fault.KEY_SYNTAX, "p="));
        if (key.length() > LONGEST_KEY) {
            throw new DkimProblem(Fault.KEY_TOO_LONG, Integer.toString(key.length()));
        }
        return new DkimRecord(
                txt,
                tags.get("k", "rsa").toLowerCase(Locale.ROOT),
                words(tags, "h"),
                words(tags, "s"),
                words(tags, "t"),
                keyBytes(key));
    }

    private static byte[] keyBytes(String base64) throws DkimProblem {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            throw new DkimProblem(Fault.KEY_SYNTAX, "p=");
        }
    }

    private static List<String> words(TagList tags, String name) {
        return tags.compact(name).stream()
                .flatMap(value -> Stream.of(value.toLowerCase(Locale.ROOT).split(":")))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
