package gyotaku.parse.header;

import gyotaku.model.Defect.Kind;
import gyotaku.parse.charset.DecodedBytes;
import gyotaku.parse.charset.TextDecoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The body of Content-Type, Content-Disposition and their like: a value and parameters (RFC 2045 section 5.1), with
/// continuations and charsets (RFC 2231) and encoded words in values, which RFC 2047 forbids and mail uses.
///
/// @param value before the first `;`, lower case, without comments and blanks
/// @param parameters by name in lower case, decoded; of two with the same name the first counts
/// @param problems what was wrong
/// @param cut whether there were more parameters than are read
public record FieldParameters(String value, Map<String, String> parameters, Set<Kind> problems, boolean cut) {

    /// Against reading a flood of parameters again.
    private static final int MOST_READ_AGAIN = 64;

    public static FieldParameters none() {
        return new FieldParameters("", Map.of(), Set.of(), false);
    }

    /// @param body unfolded
    /// @param most parameters that are read
    /// @param commentDepth of comments in comments
    public static FieldParameters parse(String body, int most, int commentDepth) {
        ParameterReader reader = new ParameterReader(body, most, commentDepth);
        String value = reader.value();
        return new Assembly(reader.parameters(), reader.problems()).result(value, reader.cut());
    }

    /// All values that programs may read for a parameter: the first and the last plain one, the parts of RFC 2231 in
    /// the order of their numbers and in that of the field, and what stands in the field as it is.
    ///
    /// @param body unfolded
    /// @param name of the parameter, lower case
    public static Set<String> readings(String body, String name, int commentDepth) {
        ParameterReader reader = new ParameterReader(body, MOST_READ_AGAIN, commentDepth);
        reader.value();
        List<ParameterReader.Parameter> all = reader.parameters();
        Set<String> values = new LinkedHashSet<>();
        StringBuilder joined = new StringBuilder();
        for (ParameterReader.Parameter one : all) {
            if (one.name().equals(name)) {
                values.add(EncodedWords.decode(one.value()).value());
            } else if (one.name().startsWith(name + "*")) {
                joined.append(one.value());
            }
        }
        List<ParameterReader.Parameter> sections =
                all.stream().filter(one -> one.name().startsWith(name + "*")).toList();
        values.add(new Assembly(sections, EnumSet.noneOf(Kind.class))
                .result("", false)
                .get(name));
        values.add(new Assembly(
                        List.of(new ParameterReader.Parameter(name + "*", joined.toString())),
                        EnumSet.noneOf(Kind.class))
                .result("", false)
                .get(name));
        values.add(asWritten(body, name));
        values.add(asWritten(withoutComments(body), name));
        return values;
    }

    private static String withoutComments(String body) {
        StringBuilder kept = new StringBuilder();
        int at = 0;
        while (at < body.length()) {
            int open = body.indexOf('(', at);
            int close = open < 0 ? -1 : body.indexOf(')', open);
            if (close < 0) {
                break;
            }
            kept.append(body, at, open);
            at = close + 1;
        }
        return kept.append(body, at, body.length()).toString();
    }

    /// From the sign behind the name to the end of the field, without separators, quotes, parentheses and escapes.
    private static String asWritten(String body, String name) {
        int at = body.toLowerCase(Locale.ROOT).lastIndexOf(name);
        int sign = at < 0 ? -1 : body.indexOf('=', at);
        if (sign < 0) {
            return "";
        }
        StringBuilder value = new StringBuilder();
        for (int i = sign + 1; i < body.length() && value.length() < 1_000; i++) {
            if ("\"\\;'()".indexOf(body.charAt(i)) < 0) {
                value.append(body.charAt(i));
            }
        }
        return value.toString().strip();
    }

    public String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    /// Parameters put together: sections in order of their number, percent signs and charsets taken off.
    private static final class Assembly {

        private final Map<String, List<Section>> sections = new LinkedHashMap<>();
        private final Map<String, String> plain = new LinkedHashMap<>();
        private final Set<Kind> problems;

        /// One `name*number*` of a value.
        private record Section(int number, boolean encoded, String value) {}

        Assembly(List<ParameterReader.Parameter> parameters, Set<Kind> problems) {
            this.problems = problems;
            parameters.forEach(one -> add(one.name(), one.value()));
        }

        private void add(String written, String value) {
            int star = written.indexOf('*');
            if (star <= 0) {
                String before = plain.putIfAbsent(written, value);
                if (before != null) {
                    problems.add(before.equals(value) ? Kind.BAD_PARAMETER : Kind.CONFLICTING_PARAMETER);
                }
                return;
            }
            boolean encoded = written.endsWith("*");
            String number = written.substring(star + 1, Math.max(star + 1, written.length() - (encoded ? 1 : 0)));
            int index = number.isEmpty() ? 0 : index(number);
            if (index < 0) {
                problems.add(Kind.BAD_PARAMETER);
                return;
            }
            sections.computeIfAbsent(written.substring(0, star), _ -> new ArrayList<>())
                    .add(new Section(index, encoded, value));
        }

        private static int index(String digits) {
            return digits.length() > 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? -1
                    : Integer.parseInt(digits);
        }

        FieldParameters result(String value, boolean cut) {
            Map<String, String> values = new LinkedHashMap<>();
            plain.forEach((name, written) -> values.put(name, words(written)));
            sections.forEach((name, parts) -> {
                String joined = joined(parts);
                String before = values.put(name, joined);
                if (before != null && !before.equals(joined)) {
                    problems.add(Kind.CONFLICTING_PARAMETER);
                }
            });
            return new FieldParameters(value, values, problems, cut);
        }

        private String words(String written) {
            Decoded decoded = EncodedWords.decode(written);
            problems.addAll(decoded.problems());
            return decoded.value();
        }

        private String joined(List<Section> parts) {
            for (int i = 1; i < parts.size(); i++) {
                if (parts.get(i).number() < parts.get(i - 1).number()) {
                    problems.add(Kind.BAD_PARAMETER);
                }
            }
            parts.sort((a, b) -> Integer.compare(a.number(), b.number()));
            String charset = "";
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int i = 0; i < parts.size(); i++) {
                Section part = parts.get(i);
                String value = part.value();
                if (i > 0 && part.number() == parts.get(i - 1).number()) {
                    problems.add(Kind.CONFLICTING_PARAMETER);
                    continue;
                }
                if (part.number() != i) {
                    problems.add(Kind.BAD_PARAMETER);
                }
                int language = i == 0 && part.encoded() ? value.indexOf('\'') : -1;
                int text = language < 0 ? -1 : value.indexOf('\'', language + 1);
                charset = text < 0 ? charset : value.substring(0, language);
                value = value.substring(text + 1);
                byte[] raw = value.getBytes(StandardCharsets.UTF_8);
                bytes.writeBytes(part.encoded() ? unescaped(raw) : raw);
            }
            byte[] raw = bytes.toByteArray();
            DecodedBytes decoded = TextDecoder.decode(raw, 0, raw.length, charset);
            problems.addAll(decoded.problems());
            return words(decoded.text());
        }

        private static byte[] unescaped(byte[] raw) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
            for (int i = 0; i < raw.length; i++) {
                int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
                int low = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
                boolean escape = high >= 0 && low >= 0;
                out.write(escape ? high << 4 | low : raw[i]);
                i += escape ? 2 : 0;
            }
            return out.toByteArray();
        }
    }
}
