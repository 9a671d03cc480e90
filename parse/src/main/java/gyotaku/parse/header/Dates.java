package gyotaku.parse.header;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Dates as mail writes them: RFC 5322 sections 3.3 and 4.3 read leniently (no day name, no seconds, two-digit
/// years, obsolete zones, comments), the form of ctime (`Fri Feb 20 15:22:00 2026`) and ISO 8601.
///
/// A date without a readable zone counts as UTC, as RFC 5322 section 4.3 has it for unknown zones. Words that are
/// neither English day and month names nor zones make it unreadable.
public final class Dates {

    /// Against long hostile dates: the longest honest one with its comments has some 60 characters.
    private static final int LONGEST = 256;

    private Dates() {}

    /// The moment with its own zone; empty when it cannot be read. Never throws.
    public static Optional<OffsetDateTime> parse(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        DateWords words = DateWords.of(cut);
        Fields fields = new Fields();
        for (String word : words.words()) {
            if (!fields.complete() && !fields.take(word)) {
                return Optional.empty();
            }
        }
        return fields.moment(words.comment());
    }

    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    /// RFC 5322 section 4.3 and names that mail software writes, in minutes east. Names that mean several zones
    /// (IST) are left out and count as unknown.
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("z", 0),
            Map.entry("ut", 0),
            Map.entry("utc", 0),
            Map.entry("gmt", 0),
            Map.entry("est", -300),
            Map.entry("edt", -240),
            Map.entry("cst", -360),
            Map.entry("cdt", -300),
            Map.entry("mst", -420),
            Map.entry("mdt", -360),
            Map.entry("pst", -480),
            Map.entry("pdt", -420),
            Map.entry("jst", 540),
            Map.entry("kst", 540),
            Map.entry("hkt", 480),
            Map.entry("wet", 0),
            Map.entry("west", 60),
            Map.entry("bst", 60),
            Map.entry("cet", 60),
            Map.entry("cest", 120),
            Map.entry("met", 60),
            Map.entry("mest", 120),
            Map.entry("eet", 120),
            Map.entry("eest", 180),
            Map.entry("msk", 180));

    private static int named(List<String> names, String word) {
        if (word.length() < 3) {
            return -1;
        }
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).startsWith(word) || word.equals("sept") && i == 8 && names == MONTHS) {
                return i;
            }
        }
        return -1;
    }

    /// What has been read of the date so far; -1 is "not yet".
    private static final class Fields {

        private static final int NO_ZONE = Integer.MIN_VALUE;

        private int day = -1;
        private int month = -1;
        private int year = -1;
        private Optional<LocalTime> time = Optional.empty();
        private int zone = NO_ZONE;

        boolean complete() {
            return day >= 0 && month >= 0 && year >= 0 && time.isPresent() && zone != NO_ZONE;
        }

        /// Whether the word has a place in a date.
        boolean take(String word) {
            char first = word.charAt(0);
            if (first == '+' || first == '-') {
                return time.isPresent() && offset(word);
            }
            if (first >= '0' && first <= '9') {
                return word.indexOf(':') > 0 ? clock(word) : number(word);
            }
            return name(word.toLowerCase(Locale.ROOT));
        }

        private boolean name(String word) {
            int index = named(MONTHS, word);
            if (index >= 0 && month < 0) {
                month = index + 1;
                return true;
            }
            if (named(DAYS, word) >= 0 && time.isEmpty()) {
                return true;
            }
            if (word.equals("am") || word.equals("pm")) {
                return noon(word.equals("pm"));
            }
            return word.equals("t") || time.isPresent() && zoneName(word);
        }

        private boolean noon(boolean afternoon) {
            if (time.isEmpty() || time.get().getHour() > 12 || time.get().getHour() == 0) {
                return time.isPresent();
            }
            time = time.map(t -> t.withHour(t.getHour() % 12 + (afternoon ? 12 : 0)));
            return true;
        }

        private boolean zoneName(String word) {
            for (int i = 0; i < word.length(); i++) {
                if (word.charAt(i) < 'a' || word.charAt(i) > 'z') {
                    return false;
                }
            }
            zone = ZONES.getOrDefault(word, 0);
            return true;
        }

        private boolean offset(String word) {
            String digits = word.substring(1).replace(":", "");
            int value = decimal(digits);
            if (value < 0 || digits.length() > 4) {
                return false;
            }
            int minutes = digits.length() <= 2 ? value * 60 : value / 100 * 60 + value % 100;
            zone = word.charAt(0) == '-' ? -minutes : minutes;
            return minutes <= 18 * 60;
        }

        private boolean number(String word) {
            int value = decimal(word);
            if (value < 0 || word.length() > 4) {
                return false;
            }
            if (word.length() <= 2 && month < 0 && year >= 0) {
                month = value;
                return true;
            }
            if (word.length() <= 2 && day < 0) {
                day = value;
                return true;
            }
            if (year >= 0) {
                return false;
            }
            year = fullYear(value, word.length());
            return true;
        }

        private static int fullYear(int value, int digits) {
            return switch (digits) {
                case 1, 2 -> value < 50 ? 2000 + value : 1900 + value;
                case 3 -> 1900 + value;
                default -> value;
            };
        }

        private boolean clock(String word) {
            String[] parts = word.split(":", -1);
            int seconds = parts.length == 3 ? decimal(beforeFraction(parts[2])) : 0;
            int hour = decimal(parts[0]);
            int minute = decimal(parts[1]);
            if (time.isPresent() || parts.length > 3 || hour < 0 || minute < 0 || seconds < 0) {
                return false;
            }
            if (hour > 23 || minute > 59 || seconds > 60) {
                return false;
            }
            time = Optional.of(LocalTime.of(hour, minute, Math.min(seconds, 59)));
            return true;
        }

        private static String beforeFraction(String seconds) {
            int dot = Math.max(seconds.indexOf('.'), seconds.indexOf(','));
            return dot < 0 ? seconds : seconds.substring(0, dot);
        }

        Optional<OffsetDateTime> moment(String comment) {
            if (day < 0 || month < 0 || year < 1900 || time.isEmpty()) {
                return Optional.empty();
            }
            int minutes = zone != NO_ZONE ? zone : ZONES.getOrDefault(comment.toLowerCase(Locale.ROOT), 0);
            try {
                return Optional.of(OffsetDateTime.of(
                        LocalDate.of(year, month, day), time.get(), ZoneOffset.ofTotalSeconds(minutes * 60)));
            } catch (DateTimeException impossible) {
                return Optional.empty();
            }
        }
    }

    private static int decimal(String digits) {
        if (digits.isEmpty() || digits.length() > 6) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }
}
