package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ManifestTest {

    private static Manifest of(String... names) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String name : names) {
            files.put(name, name.getBytes(StandardCharsets.UTF_8));
        }
        Map<String, List<Manifest.Origin>> origins =
                Map.of("b", List.of(new Manifest.Origin(Instant.parse("2026-03-01T00:00:00Z"), "dns")));
        return Manifest.of(Manifest.START, List.of(), files, origins);
    }

    private static Manifest ofThree() {
        return of("a", "b", "c");
    }

    private static Manifest with(List<Manifest.Entry> entries) {
        Manifest whole = ofThree();
        return new Manifest(whole.schema(), whole.after(), whole.seals(), entries, whole.head());
    }

    @Test
    void whatIsWrittenIsReadBackAndHolds() throws BrokenCase {
        Manifest read = Manifest.read("manifest.json", ofThree().bytes());

        assertThat(read).isEqualTo(ofThree());
        assertThat(read.firstBrokenLink()).isEmpty();
        assertThat(read.sealedBy(List.of("manifest.sig")).firstBrokenLink()).isEmpty();
    }

    @Test
    void anEntryThatWasDroppedBreaksTheChainAtTheNext() {
        List<Manifest.Entry> entries = new ArrayList<>(ofThree().entries());
        entries.remove(1);

        assertThat(with(entries).firstBrokenLink()).contains("c");
    }

    @Test
    void aLastEntryThatWasDroppedBreaksTheHead() {
        assertThat(with(ofThree().entries().subList(0, 2)).firstBrokenLink()).contains("head");
    }

    @Test
    void nothingThatAnEntrySaysCanBeReplaced() {
        Manifest.Entry b = ofThree().entries().get(1);
        Manifest.Origin other = new Manifest.Origin(Instant.parse("2026-03-01T00:00:01Z"), "dns");
        for (Manifest.Entry changed : List.of(
                new Manifest.Entry("bb", b.size(), b.sha256(), b.answers(), b.link()),
                new Manifest.Entry(b.path(), 2, b.sha256(), b.answers(), b.link()),
                new Manifest.Entry(
                        b.path(), b.size(), ofThree().entries().get(0).sha256(), b.answers(), b.link()),
                new Manifest.Entry(b.path(), b.size(), b.sha256(), List.of(), b.link()),
                new Manifest.Entry(b.path(), b.size(), b.sha256(), List.of(other), b.link()))) {
            List<Manifest.Entry> entries = new ArrayList<>(ofThree().entries());
            entries.set(1, changed);
            assertThat(with(entries).firstBrokenLink()).contains(changed.path());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "/a", "a/../b", "a//b", "a/", "./a", "a\\b", "a\nb", ""})
    void aNameThatLeadsElsewhereIsRefusedThoughItsChainHolds(String path) {
        assertThat(of(path).firstBrokenLink()).contains(path);
    }

    @Test
    void everyChangedByteOfItIsNoticed() {
        byte[] whole = ofThree().bytes();
        for (int at = 0; at < whole.length; at++) {
            for (int flip : new int[] {1, 2, 4, 8, 16, 32, 64, 128}) {
                byte[] changed = whole.clone();
                changed[at] ^= (byte) flip;
                assertThat(holds(changed)).as("byte %d flipped by %d", at, flip).isFalse();
            }
        }
    }

    private static boolean holds(byte[] bytes) {
        try {
            Manifest read = Manifest.read("manifest.json", bytes);
            return read.firstBrokenLink().isEmpty()
                    && read.head().equals(ofThree().head());
        } catch (BrokenCase e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"schema\":null}", "[[[[[[[[[[[[[[[[["})
    void whatIsNoManifestIsRefusedInWords(String text) {
        assertThatThrownBy(() -> Manifest.read("manifest.json", text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BrokenCase.class)
                .hasMessageStartingWith("manifest.json ");
    }
}
