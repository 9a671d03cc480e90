package gyotaku.engine;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// All files of a case folder by their relative names, the manifest included.
public record CaseFiles(SortedMap<String, byte[]> contents) {

    static CaseFiles of(SortedMap<String, byte[]> reports, Recording recording) {
        SortedMap<String, byte[]> all = new TreeMap<>(reports);
        all.putAll(recording.files());
        all.put(Manifest.NAME, Manifest.of(all).bytes());
        return new CaseFiles(Collections.unmodifiableSortedMap(all));
    }
}
