package gyotaku.engine;

import gyotaku.model.finding.LaterLook;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// All files of a later look by their names below its folder, its manifest included.
public record LookFiles(LaterLook look, CaseFiles files) {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);

    static LookFiles of(LaterLook look, SortedMap<String, byte[]> reports, Recording recording, String after) {
        SortedMap<String, byte[]> all = new TreeMap<>(reports);
        recording.files().forEach((path, bytes) -> {
            if (!path.equals(Recording.SAMPLE)) {
                all.put(below(path), bytes);
            }
        });
        Map<String, List<Manifest.Origin>> origins = new TreeMap<>();
        recording.origins().forEach((path, origin) -> origins.put(below(path), origin));
        all.put(Manifest.FILE, Manifest.of(after, List.of(), all, origins).bytes());
        return new LookFiles(look, new CaseFiles(all));
    }

    private static String below(String path) {
        return path.substring(Custody.BESIDE.length());
    }

    /// Of its folder: its time in UTC, as `20260301T000000Z`.
    public String name() {
        return NAME.format(look.now().atOffset(ZoneOffset.UTC));
    }
}
