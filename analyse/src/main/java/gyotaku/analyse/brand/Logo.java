package gyotaku.analyse.brand;

import gyotaku.analyse.knowledge.BadKnowledge;
import gyotaku.analyse.knowledge.Knowledge.Entries;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;

/// What a logo looks like. A number: no picture is kept.
///
/// @param hash [gyotaku.model.mail.Trait.Kind#LOOK] of the picture
/// @param source where the picture was seen
/// @param checked the day on which somebody looked
public record Logo(long hash, String source, LocalDate checked) {

    /// Two numbers of 64 bits at random differ in so few once in three thousand million.
    private static final int NEAR = 8;

    static Logo of(Entries entry) {
        entry.only(Set.of("phash", "source", "checked"));
        try {
            return new Logo(
                    bits(entry.needed("phash"))
                            .orElseThrow(
                                    () -> new BadKnowledge("phash is 16 hexadecimal digits: " + entry.text("phash"))),
                    entry.needed("source"),
                    LocalDate.parse(entry.needed("checked")));
        } catch (DateTimeParseException noDate) {
            throw new BadKnowledge("checked must be a date: " + noDate.getMessage());
        }
    }

    /// Whether a picture looks like it.
    ///
    /// @param look sixteen hexadecimal digits; others look like nothing
    boolean isLike(String look) {
        return bits(look).filter(bits -> Long.bitCount(bits ^ hash) <= NEAR).isPresent();
    }

    private static Optional<Long> bits(String digits) {
        boolean sixteen = digits.length() == 16 && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        return sixteen ? Optional.of(Long.parseUnsignedLong(digits, 16)) : Optional.empty();
    }
}
