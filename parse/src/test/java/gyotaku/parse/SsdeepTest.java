package gyotaku.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The hash is worth something only when it equals what everybody else computes.
class SsdeepTest {

    static List<String> recorded() throws IOException {
        try (InputStream in = Objects.requireNonNull(SsdeepTest.class.getResourceAsStream("ssdeep.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void itIsWhatTheProgramPrints(String line) {
        String[] columns = line.split(" ");
        int size = Integer.parseInt(columns[0]);
        int seed = Integer.parseInt(columns[1]);
        byte[] file = columns[2].startsWith("r")
                ? repeated(size, seed, Integer.parseInt(columns[2].substring(1)))
                : generated(size, seed, Integer.parseInt(columns[2]));

        assertThat(Ssdeep.of(file, 0, file.length)).isEqualTo(columns[3]);
    }

    @Test
    void aPartOfAnArrayIsHashedLikeAFileOfItsOwn() {
        byte[] file = generated(5_000, 7, 255);
        byte[] around = new byte[6_000];
        System.arraycopy(file, 0, around, 500, file.length);

        assertThat(Ssdeep.of(around, 500, 5_500)).isEqualTo(Ssdeep.of(file, 0, file.length));
    }

    @Test
    void nothingHasNoHash() {
        assertThat(Ssdeep.of(new byte[0], 0, 0)).isEmpty();
    }

    /// A linear congruential generator: the same everywhere.
    private static byte[] generated(int size, int seed, int mask) {
        byte[] bytes = new byte[size];
        long x = seed;
        for (int i = 0; i < size; i++) {
            x = x * 1103515245 + 12345 & 0x7fffffff;
            bytes[i] = (byte) (x >> 16 & mask);
        }
        return bytes;
    }

    private static byte[] repeated(int size, int seed, int period) {
        byte[] block = generated(period, seed, 255);
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = block[i % period];
        }
        return bytes;
    }
}
