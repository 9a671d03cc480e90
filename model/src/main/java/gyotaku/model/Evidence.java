package gyotaku.model;

import java.time.Instant;
import java.time.LocalDate;

/// Something known, with where it comes from. Two equal values are one piece of evidence; its number (E1, E2 …) is
/// given by the case when all is known.
public sealed interface Evidence {

    /// How far it can be believed.
    Trust trust();

    /// What was seen there, at most some 300 characters.
    String excerpt();

    /// Bytes of the sample.
    ///
    /// @param kind what they are: `header`, `hop`, `part`, `link`, `text`, `attachment`
    record InSample(String kind, ByteSpan span, String excerpt, Trust trust) implements Evidence {
        public InSample {
            excerpt = shortened(excerpt);
        }
    }

    /// A stored answer of a look-up, or the fact that none came.
    ///
    /// @param source `dns`, `rdap`, `whois`, `safebrowsing`, `ipdata` …
    /// @param subject the question as it was asked
    /// @param at when the answer came
    /// @param sha256 of the stored answer
    record Answered(String source, String subject, Instant at, Sha256 sha256, String excerpt, Trust trust)
            implements Evidence {
        public Answered {
            excerpt = shortened(excerpt);
        }
    }

    /// A dated entry of the knowledge files that come with the program.
    ///
    /// @param file which, as `brands/ana`
    /// @param source where the fact was published
    /// @param checked when somebody last looked
    record Known(String file, String source, LocalDate checked, String excerpt) implements Evidence {
        public Known {
            excerpt = shortened(excerpt);
        }

        @Override
        public Trust trust() {
            return Trust.THIRD_PARTY;
        }
    }

    private static String shortened(String excerpt) {
        String visible = Visible.of(excerpt);
        return visible.codePointCount(0, visible.length()) <= 300
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, 299)) + "…";
    }
}
