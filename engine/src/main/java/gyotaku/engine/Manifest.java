package gyotaku.engine;

import gyotaku.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The list of a case's files as a hash chain: each link is the SHA-256 of the link before it, the file's name and the
/// file's SHA-256, so that no entry can be changed, dropped or moved without changing all that follow.
///
/// @param head the last link: whoever notes it elsewhere can prove the whole folder
record Manifest(String schema, List<Entry> entries, String head) {

    static final String NAME = "evidence/manifest.json";
    private static final String SCHEMA = "gyotaku-manifest/1";
    private static final String START = "0".repeat(64);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @param path relative, with `/`
    /// @param size in bytes
    /// @param link of the chain after this entry
    record Entry(String path, long size, String sha256, String link) {}

    static Manifest of(SortedMap<String, byte[]> files) {
        List<Entry> entries = new ArrayList<>();
        String link = START;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String sha256 = Sha256.of(file.getValue()).hex();
            link = link(link, file.getKey(), sha256);
            entries.add(new Entry(file.getKey(), file.getValue().length, sha256, link));
        }
        return new Manifest(SCHEMA, entries, link);
    }

    private static String link(String before, String path, String sha256) {
        return Sha256.of((before + "\n" + path + "\n" + sha256 + "\n").getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    byte[] bytes() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    static Manifest read(byte[] bytes) throws BrokenCase {
        try {
            Manifest manifest = JSON.readValue(bytes, Manifest.class);
            if (!SCHEMA.equals(manifest.schema())) {
                throw new BrokenCase(NAME + " has the schema " + manifest.schema() + ", not " + SCHEMA);
            }
            return manifest;
        } catch (JacksonException e) {
            throw new BrokenCase(NAME + " is no manifest: " + BrokenCase.reason(e));
        }
    }

    /// The first entry whose link does not follow from the one before; empty when the chain holds.
    String firstBrokenLink() {
        String link = START;
        for (Entry entry : entries) {
            link = link(link, entry.path(), entry.sha256());
            if (!link.equals(entry.link())) {
                return entry.path();
            }
        }
        return link.equals(head) ? "" : "head";
    }
}
