package gyotaku.report.block;

import gyotaku.model.Text;
import gyotaku.model.Trust;
import gyotaku.model.Visible;
import java.util.Arrays;
import java.util.List;

/// A piece of a line. The type says whose words they are, so that a renderer can keep foreign text apart and the mask
/// knows what may point to a person.
public sealed interface Inline {

    /// Our own words, the same in every report.
    record Words(Text text) implements Inline {}

    /// Words composed from the case in both languages: a finding, an age, a country.
    record Told(Text text) implements Inline {}

    /// Words that carry the statement.
    record Strong(Text text) implements Inline {}

    /// Text of the mail or of an answer, made visible.
    record Foreign(String value) implements Inline {
        public Foreign {
            value = Visible.of(value);
        }
    }

    /// An address, a host, a hash, a header: foreign as well, and set as code.
    record Code(String value) implements Inline {
        public Code {
            value = Visible.of(value);
        }
    }

    /// A short label with a tone.
    record Badge(Tone tone, Text label) implements Inline {}

    /// A template of our own words with `{0}`, `{1}` … where the values go.
    record Phrase(Text template, List<Inline> values) implements Inline {
        public Phrase {
            values = List.copyOf(values);
        }
    }

    static Inline words(String ja, String en) {
        return new Words(Text.of(ja, en));
    }

    static Inline phrase(String ja, String en, Inline... values) {
        return new Phrase(Text.of(ja, en), Arrays.asList(values));
    }

    static Inline code(Object value) {
        return new Code(value.toString());
    }

    static Inline foreign(String value) {
        return new Foreign(value);
    }

    static Inline number(long value) {
        return new Told(Text.same(Long.toString(value)));
    }

    static Inline badge(Trust trust) {
        return new Badge(Tone.of(trust), trust.label());
    }
}
