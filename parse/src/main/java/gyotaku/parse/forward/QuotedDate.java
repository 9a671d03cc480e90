package gyotaku.parse.forward;

import gyotaku.parse.header.Dates;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as mail programs write them for people: `2026年11月24日 10:00:00 JST`, `November 24, 2026 at 10:00:00 AM
/// GMT+9`, and that of RFC 5322. Only one with its zone is a moment.
final class QuotedDate {

    /// Against long hostile dates; all expressions here look at no more.
    private static final int LONGEST = 100;

    private static final String TIME = "\\D{0,30}?(\\d{1,2})[:時](\\d{2})(?:[:分](\\d{2}))?";
    private static final Pattern JAPANESE = Pattern.compile("(\\d{4})[年/.-] ?(\\d{1,2})[月/.-] ?(\\d{1,2})" + TIME);
    private static final Pattern AMERICAN = Pattern.compile("([A-Za-z]{3,9})\\.? (\\d{1,2}),? (\\d{4})" + TIME);
    private static final Pattern EUROPEAN = Pattern.compile("(\\d{1,2})\\.? ([A-Za-z]{3,9})\\.?,? (\\d{4})" + TIME);
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{1,2}):?(\\d{2})?\\)?$");
    private static final Pattern ZONE = Pattern.compile("\\b([A-Z]{2,5})\\)?$");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private QuotedDate() {}

    static Optional<OffsetDateTime> parse(String written) {
        String text = written.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return zone(text).flatMap(zone -> moment(text, zone));
    }

    private static Optional<OffsetDateTime> moment(String text, ZoneOffset zone) {
        Matcher japanese = JAPANESE.matcher(text);
        if (japanese.find()) {
            return moment(text, japanese, 1, number(japanese, 2), 3, zone);
        }
        Matcher american = AMERICAN.matcher(text);
        if (american.find()) {
            return moment(text, american, 3, month(american.group(1)), 2, zone);
        }
        Matcher european = EUROPEAN.matcher(text);
        return european.find() ? moment(text, european, 3, month(european.group(2)), 1, zone) : Optional.empty();
    }

    private static Optional<OffsetDateTime> moment(
            String text, Matcher found, int year, int month, int day, ZoneOffset zone) {
        int second = found.group(6) == null ? 0 : number(found, 6);
        try {
            return Optional.of(OffsetDateTime.of(
                    number(found, year),
                    month,
                    number(found, day),
                    hour(text, number(found, 4)),
                    number(found, 5),
                    second,
                    0,
                    zone));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    /// From 1, or 0 for a word that is no month.
    private static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static int hour(String text, int hour) {
        boolean noon = hour == 12;
        if (text.contains("PM") || text.contains("午後")) {
            return noon ? 12 : hour + 12;
        }
        return noon && (text.contains("AM") || text.contains("午前")) ? 0 : hour;
    }

    private static Optional<ZoneOffset> zone(String text) {
        Matcher offset = OFFSET.matcher(text);
        if (offset.find() && text.indexOf(':') < offset.start()) {
            int minutes = Integer.parseInt(offset.group(2)) * 60
                    + (offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3)));
            int east = offset.group(1).equals("-") ? -minutes : minutes;
            return Math.abs(east) <= 18 * 60 ? Optional.of(ZoneOffset.ofTotalSeconds(60 * east)) : Optional.empty();
        }
        Matcher zone = ZONE.matcher(text);
        if (!zone.find() || zone.group(1).equals("AM") || zone.group(1).equals("PM")) {
            return Optional.empty();
        }
        boolean utc = List.of("GMT", "UTC", "UT").contains(zone.group(1));
        return Dates.parse("1 Jan 2026 00:00:00 " + zone.group(1))
                .map(OffsetDateTime::getOffset)
                .filter(known -> utc || known.getTotalSeconds() != 0);
    }
}
