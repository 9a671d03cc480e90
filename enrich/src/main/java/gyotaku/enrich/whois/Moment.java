package gyotaku.enrich.whois;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A date as registries write it, read by its digits.
///
/// @param precision `SECONDS`, or `DAYS` when only a day is given
public record Moment(Instant at, ChronoUnit precision) {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /// Years outside of these are no registration.
    private static final int FIRST_YEAR = 1980;

    private static final int LAST_YEAR = 2200;

    /// `2026-02-18T11:12:13.5Z`, `2026-02-18 11:12:13`, `2026/02/18`, `2026. 02. 18.`, `20260218`, `18-Feb-2026`,
    /// `18.2.2026`, `18-02-2026`; anything may follow. Empty for all else.
    ///
    /// @param zone of a time that names none
    public static Optional<Moment> read(String text, ZoneId zone) {
        Cursor in = new Cursor(text.strip());
        try {
            Optional<LocalDate> day = date(in);
            return day.filter(Moment::plausible).map(found -> moment(found, in, zone));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean plausible(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    private static Optional<LocalDate> date(Cursor in) {
        int first = in.digits();
        int width = in.width();
        if (width == 8) {
            return Optional.of(LocalDate.of(first / 10_000, first / 100 % 100, first % 100));
        }
        if (width == 0 || width > 4 || !in.skip("-/. ")) {
            return Optional.empty();
        }
        int month = in.month();
        if (month < 0 || !in.skip("-/. ")) {
            return Optional.empty();
        }
        int last = in.digits();
        boolean yearFirst = width == 4 && in.width() >= 1 && in.width() <= 2;
        boolean yearLast = width <= 2 && in.width() == 4;
        return yearFirst
                ? Optional.of(LocalDate.of(first, month, last))
                : yearLast ? Optional.of(LocalDate.of(last, month, first)) : Optional.empty();
    }

    private static Moment moment(LocalDate day, Cursor in, ZoneId zone) {
        in.skip("T .");
        int hour = in.digits();
        if (in.width() != 2 || !in.skip(":")) {
            return new Moment(day.atStartOfDay(zone).toInstant(), ChronoUnit.DAYS);
        }
        int minute = in.digits();
        int second = in.skip(":") ? Math.max(0, in.digits()) : 0;
        if (in.skip(".")) {
            in.digits();
        }
        LocalTime time = LocalTime.of(hour, minute, second);
        return new Moment(day.atTime(time).atZone(in.zone(zone)).toInstant(), ChronoUnit.SECONDS);
    }

    /// Goes over the text from left to right.
    private static final class Cursor {

        private final String text;
        private int at;
        private int width;

        Cursor(String text) {
            this.text = text;
        }

        /// The number here; [#width] is 0 when there is none.
        int digits() {
            int value = 0;
            int start = at;
            while (at < text.length()
                    && at - start < 9
                    && Character.digit(text.charAt(at), 10) >= 0
                    && text.charAt(at) < 128) {
                value = value * 10 + (text.charAt(at++) - '0');
            }
            width = at - start;
            return value;
        }

        int width() {
            return width;
        }

        /// A number or an English name; -1 for neither.
        int month() {
            int number = digits();
            if (width > 0) {
                return width <= 2 ? number : -1;
            }
            if (at + 3 > text.length()) {
                return -1;
            }
            int index = MONTHS.indexOf(text.substring(at, at + 3).toLowerCase(Locale.ROOT));
            while (index >= 0 && at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            return index < 0 ? -1 : index + 1;
        }

        boolean skip(String any) {
            int start = at;
            while (at < text.length() && any.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return at > start;
        }

        /// `Z`, `UTC`, `+09:00`, `+0900`, `(UTC+8)`, `(JST)`, or what is given.
        ZoneId zone(ZoneId otherwise) {
            String rest =
                    text.substring(at).replace("(", "").replace(")", "").strip().toUpperCase(Locale.ROOT);
            if (rest.startsWith("JST")) {
                return ZoneOffset.ofHours(9);
            }
            boolean utc = rest.startsWith("UTC") || rest.startsWith("GMT");
            if (utc) {
                rest = rest.substring(3);
            }
            if (rest.startsWith("+") || rest.startsWith("-")) {
                return offset(rest, otherwise);
            }
            return utc || rest.startsWith("Z") ? ZoneOffset.UTC : otherwise;
        }

        private static ZoneId offset(String rest, ZoneId otherwise) {
            Cursor in = new Cursor(rest.substring(1));
            int hours = in.digits();
            if (in.width == 0 || in.width > 4) {
                return otherwise;
            }
            boolean together = in.width > 2;
            int whole = together ? hours / 100 : hours;
            int minutes = together ? hours % 100 : in.skip(":") ? in.digits() : 0;
            int seconds = (whole * 60 + minutes) * 60;
            return ZoneOffset.ofTotalSeconds(rest.charAt(0) == '-' ? -seconds : seconds);
        }
    }
}
