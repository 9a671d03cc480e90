package gyotaku.analyse.auth;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The `name=value; …` form of DKIM signatures and keys, ARC seals and DMARC records.
///
/// ```
/// tag-list = tag-spec *( ";" tag-spec ) [ ";" ]        (RFC 6376 section 3.2)
/// tag-spec = [FWS] tag-name [FWS] "=" [FWS] tag-value [FWS]
/// tag-name = ALPHA *ALNUMPUNC
/// ```
///
/// @param values by tag name, in their order; names keep their case, values lose the white space around them
public record TagList(Map<String, String> values) {

    /// Against a header of a hundred thousand semicolons.
    private static final int MOST_TAGS = 100;

    public TagList {
        values = new LinkedHashMap<>(values);
    }

    /// Empty when the text is no tag-list, or names a tag twice (RFC 6376 section 3.2).
    public static Optional<TagList> strict(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        String[] specs = text.split(";", -1);
        for (int i = 0; i < specs.length; i++) {
            boolean closing = i > 0 && i == specs.length - 1;
            if (closing && specs[i].isBlank()) {
                break;
            }
            int equals = specs[i].indexOf('=');
            String name = equals < 0 ? "" : strip(specs[i].substring(0, equals));
            if (i >= MOST_TAGS
                    || !isName(name)
                    || values.putIfAbsent(name, strip(specs[i].substring(equals + 1))) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(new TagList(values));
    }

    /// What can be read of it: pieces that are none are passed over, of two alike the first counts. Names are made
    /// lower case.
    public static TagList lenient(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String spec : text.split(";", MOST_TAGS)) {
            int equals = spec.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(
                        strip(spec.substring(0, equals)).toLowerCase(java.util.Locale.ROOT),
                        strip(spec.substring(equals + 1)));
            }
        }
        return new TagList(values);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /// Without any white space, as base64 and host names are written over several lines.
    public Optional<String> compact(String name) {
        return get(name).map(TagList::compacted);
    }

    private static String compacted(String value) {
        StringBuilder out = new StringBuilder(value.length());
        value.chars().filter(c -> !isSpace(c)).forEach(c -> out.append((char) c));
        return out.toString();
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && isLetter(name.charAt(0))
                && name.chars().allMatch(c -> isLetter(c) || c >= '0' && c <= '9' || c == '_');
    }

    private static boolean isLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
