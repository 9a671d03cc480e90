/// Calendars (RFC 5545) and address cards (RFC 6350).
@NullMarked
package gyotaku.dissect.calendar;

import org.jspecify.annotations.NullMarked;
