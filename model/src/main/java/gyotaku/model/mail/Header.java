package gyotaku.model.mail;

import gyotaku.model.ByteSpan;
import gyotaku.model.Evidence;
import gyotaku.model.Trust;

/// One header field (RFC 5322 section 2.2).
///
/// @param name as written
/// @param body after the colon: unfolded, raw 8-bit bytes decoded by the best charset, encoded words as they are
/// @param value the same with encoded words (RFC 2047) decoded, for people
/// @param span the whole field with its folded lines, without the last line end
public record Header(String name, String body, String value, ByteSpan span) {

    public boolean is(String fieldName) {
        return name.equalsIgnoreCase(fieldName);
    }

    public Evidence evidence(Trust trust) {
        return new Evidence.InSample("header", span, name + ": " + value, trust);
    }
}
