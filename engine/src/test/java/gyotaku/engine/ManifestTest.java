package gyotaku.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ManifestTest {

    private static Manifest ofThree() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String name : List.of("a", "b", "c")) {
            files.put(name, name.getBytes(StandardCharsets.UTF_8));
        }
        return Manifest.of(files);
    }

    @Test
    void whatIsWrittenIsReadBackAndHolds() throws BrokenCase {
        Manifest read = Manifest.read(ofThree().bytes());

        assertThat(read).isEqualTo(ofThree());
        assertThat(read.firstBrokenLink()).isEmpty();
    }

    @Test
    void anEntryThatWasDroppedBreaksTheChainAtTheNext() {
        Manifest whole = ofThree();
        List<Manifest.Entry> entries = new ArrayList<>(whole.entries());
        entries.remove(1);

        assertThat(new Manifest(whole.schema(), entries, whole.head()).firstBrokenLink())
                .isEqualTo("c");
    }

    @Test
    void aLastEntryThatWasDroppedBreaksTheHead() {
        Manifest whole = ofThree();

        assertThat(new Manifest(whole.schema(), whole.entries().subList(0, 2), whole.head()).firstBrokenLink())
                .isEqualTo("head");
    }

    @Test
    void aDigestThatWasReplacedBreaksTheChainThere() {
        Manifest whole = ofThree();
        List<Manifest.Entry> entries = new ArrayList<>(whole.entries());
        Manifest.Entry b = entries.get(1);
        entries.set(1, new Manifest.Entry(b.path(), b.size(), entries.get(0).sha256(), b.link()));

        assertThat(new Manifest(whole.schema(), entries, whole.head()).firstBrokenLink())
                .isEqualTo("b");
    }
}
