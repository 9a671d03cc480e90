package gyotaku.engine;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// All files of a case folder by their relative names, the manifest included.
public record CaseFiles(SortedMap<String, byte[]> contents) {

    public CaseFiles {
        contents = Collections.unmodifiableSortedMap(contents);
    }

    static CaseFiles of(SortedMap<String, byte[]> reports, Recording recording) {
        SortedMap<String, byte[]> all = new TreeMap<>(reports);
        all.putAll(recording.files());
        Manifest manifest = Manifest.of(Manifest.START, List.of(), all, recording.origins());
        all.put(Manifest.NAME, manifest.bytes());
        return new CaseFiles(all);
    }

    byte[] manifest() {
        return Objects.requireNonNull(contents.get(Manifest.NAME));
    }
}
