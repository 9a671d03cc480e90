package gyotaku.testkit.letters;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/// Puts values in the place of marks: `{helo}`, and drawn ones such as `{hex:8}`, `{digits:6}`, `{token:12}`,
/// `{byte:1}` (a part of an address). A drawn
/// one with a name (`{hex:8:queue}`) is the same wherever the name stands.
record Filling(Draw draw, Map<String, String> values) {

    private static final DateTimeFormatter RFC5322 =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss xx", Locale.ENGLISH);

    static String date(ZonedDateTime time) {
        return RFC5322.format(time);
    }

    static String date(ZonedDateTime time, String zone) {
        return RFC5322.format(time.withZoneSameInstant(ZoneId.of(zone)));
    }

    /// The template with every mark filled; a mark that is not known stays as it is.
    String in(String template) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            out.append(template, at, open).append(value(template.substring(open + 1, close), template, open));
            at = close + 1;
        }
        return out.append(template.substring(at)).toString();
    }

    private String base64(String trait, int length) {
        StringBuilder out = new StringBuilder();
        for (int n = 0; out.length() < length; n++) {
            out.append(Base64.getEncoder()
                    .withoutPadding()
                    .encodeToString(Draw.digest((draw.id() + trait + n).getBytes(StandardCharsets.UTF_8))));
        }
        return out.substring(0, length);
    }

    private String value(String mark, String template, int place) {
        String[] words = mark.split(":", 3);
        if (words.length == 1) {
            return values.getOrDefault(mark, "{" + mark + "}");
        }
        String trait = words.length == 3 ? words[2] : Draw.sha256(template).substring(0, 8) + place;
        int length = Integer.parseInt(words[1]);
        return switch (words[0]) {
            case "hex" -> draw.hex(trait, length);
            case "HEX" -> draw.hex(trait, length).toUpperCase(Locale.ROOT);
            case "digits" -> draw.digits(trait, length);
            case "base64" -> base64(trait, length);
            case "byte" -> Integer.toString(1 + draw.below(trait, 254));
            case "token" -> draw.token(trait, length);
            default -> throw new IllegalArgumentException("mark " + mark + " in " + template);
        };
    }
}
