package gyotaku.report.section;

import gyotaku.model.Text;
import gyotaku.model.fact.Registration;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Times and ages in words: the same figures in both languages.
public final class Times {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT);
    private static final int HALF_DAY = 12 * 3600;

    private Times() {}

    static String local(OffsetDateTime at) {
        return LOCAL.format(at);
    }

    static String utc(Instant at) {
        return UTC.format(at.atOffset(ZoneOffset.UTC));
    }

    static String day(OffsetDateTime at) {
        return DAY.format(at);
    }

    /// The day of a registration as the registry wrote it: when only days are known, the instant is the start of the
    /// day in the registry's zone, so the zone is the one in which it is midnight.
    public static LocalDate registeredOn(Registration registration, Instant at) {
        return at.atOffset(zone(registration, at)).toLocalDate();
    }

    private static ZoneOffset zone(Registration registration, Instant at) {
        int seconds = (int) Math.floorMod(at.getEpochSecond(), 86_400L);
        if (registration.precision() != ChronoUnit.DAYS || seconds == 0) {
            return ZoneOffset.UTC;
        }
        return ZoneOffset.ofTotalSeconds(seconds > HALF_DAY - 3600 ? 86_400 - seconds : -seconds);
    }

    static Text registered(Registration registration, Instant at) {
        return registration.precision() == ChronoUnit.DAYS
                ? Text.same(registeredOn(registration, at).toString())
                : Text.same(utc(at));
    }

    /// How long before receipt a domain was registered, as `受信の2日前`.
    static Text age(Registration registration, Instant at, OffsetDateTime received) {
        if (registration.precision() == ChronoUnit.DAYS) {
            ZoneOffset zone = zone(registration, at);
            return days(ChronoUnit.DAYS.between(
                    registeredOn(registration, at),
                    received.withOffsetSameInstant(zone).toLocalDate()));
        }
        return age(Duration.between(at, received.toInstant()));
    }

    private static Text days(long days) {
        if (days < 0) {
            return Text.of("受信より後", "after receipt");
        }
        return days == 0
                ? Text.of("受信と同じ日", "the day of receipt")
                : days == 1
                        ? Text.of("受信の1日前", "1 day before receipt")
                        : Text.of("受信の{0}日前", "{0} days before receipt").with(days);
    }

    static Text age(Duration age) {
        if (age.isNegative()) {
            return Text.of("受信より後", "after receipt");
        }
        if (age.toHours() >= 48) {
            return days(age.toDays());
        }
        return age.toHours() >= 1
                ? Text.of(
                                "受信の約{0}時間前",
                                age.toHours() == 1 ? "about {0} hour before receipt" : "about {0} hours before receipt")
                        .with(age.toHours())
                : Text.of("受信の約{0}分前", "about {0} minutes before receipt").with(age.toMinutes());
    }

    /// A length as `2日4時間`, `3分5秒`: the two largest units.
    static Text length(Duration length) {
        Duration d = length.abs();
        if (d.toDays() >= 1) {
            return d.toHoursPart() == 0 || d.toDays() >= 30
                    ? Text.of("{0}日", d.toDays() == 1 ? "{0} day" : "{0} days").with(d.toDays())
                    : Text.of("{0}日{1}時間", "{0} d {1} h").with(d.toDays(), d.toHoursPart());
        }
        if (d.toHours() >= 1) {
            return Text.of("{0}時間{1}分", "{0} h {1} min").with(d.toHours(), d.toMinutesPart());
        }
        return d.toMinutes() >= 1
                ? Text.of("{0}分{1}秒", "{0} min {1} s").with(d.toMinutes(), d.toSecondsPart())
                : Text.of("{0}秒", "{0} s").with(d.toSeconds());
    }
}
