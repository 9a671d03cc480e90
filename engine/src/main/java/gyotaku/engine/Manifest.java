package gyotaku.engine;

import gyotaku.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// The list of a folder's files as a hash chain: each link is the SHA-256 of the link before it and of everything that
/// its entry says, so that nothing can be changed, dropped or moved without changing all that follow.
///
/// There is one way to write a manifest, and only what is written so is read: a single changed byte shows. The form is
/// described in `docs/manifest.md`.
///
/// @param after the head of the chain that this one goes on from; [#START] when it is the first
/// @param seals names of the files beside it that vouch for it (signature, key, time stamp)
/// @param head the last link: whoever notes it elsewhere can prove the whole folder
record Manifest(String schema, String after, List<String> seals, List<Entry> entries, String head) {

    static final String FILE = "manifest.json";

    /// Of a case.
    static final String NAME = "evidence/" + FILE;

    static final String START = "0".repeat(64);
    private static final String SCHEMA = "gyotaku-manifest/1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = JSON.writer()
            .with(new DefaultPrettyPrinter().withArrayIndenter(LINES).withObjectIndenter(LINES));

    Manifest {
        seals = List.copyOf(seals);
        entries = List.copyOf(entries);
    }

    /// @param path relative, with `/`
    /// @param size in bytes
    /// @param answers which sources gave these bytes, and when; empty for a file that is no recorded answer
    /// @param link of the chain after this entry
    record Entry(String path, long size, String sha256, List<Origin> answers, String link) {
        Entry {
            answers = List.copyOf(answers);
        }
    }

    /// @param source as in the recording: `dns`, `rdap` …
    record Origin(Instant at, String source) implements Comparable<Origin> {
        private static final Comparator<Origin> ORDER =
                Comparator.comparing(Origin::at).thenComparing(Origin::source);

        @Override
        public int compareTo(Origin other) {
            return ORDER.compare(this, other);
        }
    }

    /// @param origins by path, for the files that are recorded answers
    static Manifest of(
            String after, List<String> seals, SortedMap<String, byte[]> files, Map<String, List<Origin>> origins) {
        List<Entry> entries = new ArrayList<>();
        String link = first(after, seals);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String path = file.getKey();
            byte[] bytes = file.getValue();
            Entry open =
                    new Entry(path, bytes.length, Sha256.of(bytes).hex(), origins.getOrDefault(path, List.of()), "");
            link = link(link, open);
            entries.add(new Entry(open.path(), open.size(), open.sha256(), open.answers(), link));
        }
        return new Manifest(SCHEMA, after, seals, entries, link);
    }

    /// The same list, vouched for by these files.
    Manifest sealedBy(List<String> names) {
        List<Entry> again = new ArrayList<>();
        String link = first(after, names);
        for (Entry entry : entries) {
            link = link(link, entry);
            again.add(new Entry(entry.path(), entry.size(), entry.sha256(), entry.answers(), link));
        }
        return new Manifest(schema, after, names, again, link);
    }

    private static String first(String after, List<String> seals) {
        return digest(SCHEMA + "\n" + after + "\n" + String.join(" ", seals) + "\n");
    }

    private static String link(String before, Entry entry) {
        StringBuilder said = new StringBuilder(before)
                .append('\n')
                .append(entry.path())
                .append('\n')
                .append(entry.size())
                .append('\n')
                .append(entry.sha256())
                .append('\n');
        entry.answers()
                .forEach(origin -> said.append(origin.at())
                        .append(' ')
                        .append(origin.source())
                        .append('\n'));
        return digest(said.toString());
    }

    private static String digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    byte[] bytes() {
        return WRITER.writeValueAsBytes(this);
    }

    /// @param name of the file, for the message
    /// @throws BrokenCase when these are not the very bytes that a manifest of this content has
    static Manifest read(String name, byte[] bytes) throws BrokenCase {
        try {
            Manifest manifest = JSON.readValue(bytes, Manifest.class);
            if (manifest == null) {
                throw new BrokenCase(name + " is no manifest");
            }
            if (!SCHEMA.equals(manifest.schema())) {
                throw new BrokenCase(name + " has the schema " + manifest.schema() + ", not " + SCHEMA);
            }
            if (!Arrays.equals(bytes, manifest.bytes())) {
                throw new BrokenCase(name + " is not written as a manifest is: it was changed");
            }
            return manifest;
        } catch (JacksonException e) {
            throw new BrokenCase(name + " is no manifest: " + BrokenCase.reason(e));
        }
    }

    /// The first entry that does not follow from the one before, or stands out of order, or names no file inside the
    /// folder; `head` for the last link; empty when the chain holds.
    Optional<String> firstBrokenLink() {
        String link = first(after, seals);
        String before = "";
        for (Entry entry : entries) {
            link = link(link, entry);
            if (!link.equals(entry.link()) || before.compareTo(entry.path()) >= 0 || !staysInside(entry.path())) {
                return Optional.of(entry.path());
            }
            before = entry.path();
        }
        return link.equals(head) ? Optional.empty() : Optional.of("head");
    }

    /// A manifest may come from a stranger, and verifying it must not read elsewhere.
    private static boolean staysInside(String path) {
        return path.chars().noneMatch(c -> c < ' ' || c == '\\' || c == ':')
                && Arrays.stream(path.split("/", -1))
                        .noneMatch(step -> step.isEmpty() || step.equals(".") || step.equals(".."));
    }
}
