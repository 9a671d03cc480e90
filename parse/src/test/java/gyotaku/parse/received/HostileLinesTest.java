package gyotaku.parse.received;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import gyotaku.model.mail.Hop;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileLinesTest {

    /// Raised by `-Dfuzz.rounds=` for a long run.
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 60_000);

    private static final int MEGABYTE = 1 << 20;

    static Stream<String> long_() {
        String end = " by mx.example.co.jp (Postfix) with ESMTP id 1; Fri, 20 Feb 2026 15:22:05 +0900";
        return Stream.of(
                "from a (" + "(".repeat(100_000) + end,
                "from a (" + "(".repeat(100_000) + ")".repeat(100_000) + ")" + end,
                "from a " + "(b [192.0.2.1])".repeat(MEGABYTE / 16) + end,
                "from " + "a".repeat(MEGABYTE) + end,
                "from " + "a ".repeat(MEGABYTE / 2) + end,
                "from a (" + "[".repeat(MEGABYTE) + ")" + end,
                "from a (" + "\\".repeat(MEGABYTE) + ")" + end,
                "from a" + ";".repeat(MEGABYTE) + end,
                "from a (HELO " + "HELO ".repeat(MEGABYTE / 5) + ")" + end,
                "from " + " from by with id for via".repeat(MEGABYTE / 24) + end,
                ")".repeat(MEGABYTE) + end,
                " ".repeat(MEGABYTE),
                "from a by b with c id d for e " + "Fri, 20 Feb 2026 15:22:05 +0900 ".repeat(MEGABYTE / 32));
    }

    @ParameterizedTest
    @MethodSource("long_")
    void aLongLineIsReadInBoundedFields(String line) {
        Stamp stamp = Stamp.of(line, 16);
        assertThat(stamp.client().helo().length()).isLessThanOrEqualTo(512);
        assertThat(stamp.by().length()).isLessThanOrEqualTo(512);
        assertThat(stamp.with().length()).isLessThanOrEqualTo(512);
        assertThat(stamp.id().length()).isLessThanOrEqualTo(512);
        assertThat(stamp.recipient().length()).isLessThanOrEqualTo(512);
    }

    /// Time is not measured: what is quadratic in a megabyte does not end within the limit of the whole run.
    @Test
    void manyLongLinesAreRead() {
        List<String> lines = long_().toList();
        for (int round = 0; round < 3; round++) {
            assertThat(Lines.read(lines, List.of(), "example.co.jp").route().hops())
                    .hasSize(lines.size());
        }
    }

    @Test
    void mutatedLinesNeverThrowAndKeepTheirSpans() {
        Random random = new Random(7);
        ForgedLines source =
                new ForgedLines(random, List.of("mx.example.co.jp"), List.of("from a ([192.0.2.1]) by b; date"));
        for (int round = 0; round < ROUNDS; round++) {
            String line = mutated(source.next(), random);
            assertThatCode(() -> {
                        List<Hop> hops = Lines.read(List.of(line, line), List.of("mx.example.co.jp"), "example.co.jp")
                                .route()
                                .hops();
                        assertThat(hops.getFirst().span().length()).isEqualTo(line.length() + 10);
                    })
                    .as(line)
                    .doesNotThrowAnyException();
        }
    }

    private static final String ALPHABET = "()[]<>;:\\\"@.,= \u0000\t%年\uD83D-+0f";

    private static String mutated(String line, Random random) {
        StringBuilder text = new StringBuilder(line);
        for (int edits = 1 + random.nextInt(8); edits > 0 && !text.isEmpty(); edits--) {
            int at = random.nextInt(text.length());
            char c = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            switch (random.nextInt(5)) {
                case 0 -> text.setCharAt(at, c);
                case 1 -> text.insert(at, c);
                case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
                case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(30))));
                default -> text.setLength(at);
            }
        }
        return text.toString();
    }
}
