package gyotaku.analyse.auth.spf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import gyotaku.analyse.auth.spf.DomainSpec.Piece;
import gyotaku.model.IpAddress;
import gyotaku.model.Lookup;
import gyotaku.model.fact.Resolver;
import gyotaku.model.fact.Resolver.RecordType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Foreign letters in every place where SPF reads some. The seeds lie in `SpfFuzzTestInputs`; without `JAZZER_FUZZ` in
/// the environment they alone are run.
class SpfFuzzTest {

    private static final Set<String> WORDS =
            Set.of("pass", "fail", "softfail", "neutral", "none", "permerror", "temperror");

    private static final IpAddress CLIENT = IpAddress.parse("2001:db8::cb01").orElseThrow();

    /// What was taken for a record stays the same when its terms are put together again.
    @FuzzTest(maxDuration = "3m")
    void record(byte[] input) {
        String text = new String(input, UTF_8);
        SpfRecord record;
        try {
            record = SpfParser.parse(SpfParser.isSpf(text) ? text : "v=spf1 " + text);
        } catch (SyntaxProblem refused) {
            assertThat(refused.term()).doesNotContain(" ");
            return;
        }
        SpfRecord again = read(written(record));
        assertThat(again.directives()).isEqualTo(record.directives());
        assertThat(again.redirect()).isEqualTo(record.redirect());
        assertThat(again.explanation()).isEqualTo(record.explanation());
    }

    private static String written(SpfRecord record) {
        return Stream.of(
                        Stream.of("v=spf1"),
                        record.directives().stream().map(SpfRecord.Directive::written),
                        record.redirect().stream().map(spec -> "redirect=" + spec.text()),
                        record.explanation().stream().map(spec -> "exp=" + spec.text()))
                .flatMap(terms -> terms)
                .collect(Collectors.joining(" "));
    }

    private static SpfRecord read(String record) {
        try {
            return SpfParser.parse(record);
        } catch (SyntaxProblem refused) {
            throw new AssertionError("was a record once: " + record, refused);
        }
    }

    /// What was taken for macros stays the same when it is written again, and grows into a name or a short text.
    @FuzzTest(maxDuration = "3m")
    void macros(byte[] input) throws Dns.Stop {
        String text = new String(input, UTF_8);
        Macros macros = new Macros(
                new Question(CLIENT, "mx.example.org", "strong-bad@email.example.com", "mx.example.net", 0),
                domain -> "client." + domain);
        for (DomainSpec.Use use : DomainSpec.Use.values()) {
            List<Piece> pieces;
            DomainSpec spec;
            try {
                spec = DomainSpec.macros(text, use);
                pieces = DomainSpec.macros(written(spec), use).pieces();
            } catch (SyntaxProblem refused) {
                assertThat(refused.term()).isEqualTo(text);
                continue;
            }
            assertThat(pieces).isEqualTo(spec.pieces());
            assertThat(macros.text(spec, "example.com")).hasSizeLessThanOrEqualTo(4096);
            if (use == DomainSpec.Use.DOMAIN) {
                String name = macros.name(spec, "example.com");
                assertThat(name.length() <= 253 || name.indexOf('.') < 0).isTrue();
            }
        }
    }

    private static String written(DomainSpec spec) {
        StringBuilder out = new StringBuilder();
        for (Piece piece : spec.pieces()) {
            switch (piece) {
                case Piece.Literal literal ->
                    out.append(literal.text().replace("%", "%%").replace(" ", "%_"));
                case Piece.Macro macro -> {
                    String letter = Character.toString(macro.letter());
                    out.append("%{").append(macro.escaped() ? letter.toUpperCase(Locale.ROOT) : letter);
                    out.append(macro.keep() == 0 ? "" : macro.keep()).append(macro.reversed() ? "r" : "");
                    out.append(macro.delimiters()).append('}');
                }
            }
        }
        return out.toString();
    }

    /// Whatever stands in a zone, its evaluation comes to a result, twice to the same, by few questions; what is not
    /// answered is never taken for absent.
    ///
    /// @param input a line `client helo sender`, then a line `owner type value` for each record
    @FuzzTest(maxDuration = "3m")
    void evaluation(byte[] input) {
        String[] lines = new String(input, UTF_8).split("\n", -1);
        ZoneData zone = new ZoneData();
        for (String line : List.of(lines).subList(1, lines.length)) {
            String[] record = line.split(" ", 3);
            if (record.length == 3) {
                zone.with(record[0], record[1], record[2]);
            }
        }
        Question question = question(lines[0].split(" ", 3));
        AtomicInteger queries = new AtomicInteger();
        Resolver counting = (name, type) -> {
            queries.incrementAndGet();
            return zone.ask(name, type);
        };
        SpfVerifier.Outcome outcome = SpfVerifier.verify(question, counting);

        assertThat(WORDS).contains(outcome.result().word());
        assertThat(queries.get()).isLessThanOrEqualTo(Dns.MOST_QUERIES);
        assertThat(SpfVerifier.verify(question, zone)).isEqualTo(outcome);
        assertThat(SpfReason.of(outcome.result(), question.ip()).toString()).isNotEmpty();
        if (outcome.result() instanceof SpfResult.None none && none.validName()) {
            assertThat(zone.ask(none.domain(), RecordType.TXT)).isNotInstanceOf(Lookup.Failed.class);
        }
    }

    private static Question question(String... words) {
        return new Question(
                IpAddress.parse(words[0]).orElse(CLIENT),
                words.length > 1 ? words[1] : "",
                words.length > 2 ? words[2] : "",
                "mx.example.net",
                0);
    }
}
