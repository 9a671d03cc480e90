package gyotaku.engine;

import gyotaku.enrich.CaptureSettings;
import gyotaku.enrich.Privacy;
import gyotaku.enrich.Question;
import gyotaku.enrich.Reply;
import gyotaku.enrich.SourceSettings;
import gyotaku.enrich.Tape;
import gyotaku.enrich.page.PageFiles;
import gyotaku.enrich.source.Setting;
import gyotaku.enrich.source.Sources;
import gyotaku.model.Lang;
import gyotaku.model.Limits;
import gyotaku.model.RawMail;
import gyotaku.model.Sha256;
import gyotaku.model.Why;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// All that is needed to do one analysis again: the sample, the settings that matter and every answer.
///
/// On disk: `evidence/sample.eml`, `evidence/recording.json`, one file `evidence/answers/<sha256>` for each answer and
/// one
/// `evidence/opened/<key>.json` for each file of the mail that was looked into.
///
/// @param opened what was seen in the files, by what was asked
public record Recording(RawMail sample, Settings settings, Tape tape, SortedMap<Sha256, byte[]> opened) {

    static final String SAMPLE = "evidence/sample.eml";
    static final String INDEX = "evidence/recording.json";
    static final String ANSWERS = "evidence/answers/";
    static final String OPENED = "evidence/opened/";
    static final String SCREENSHOTS = "evidence/screenshots/";
    private static final String SCHEMA = "gyotaku-recording/1";

    /// A key or a place was set; what it is never leaves this machine.
    private static final String WAS_SET = "recorded";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The files of the recording by their names in the case folder.
    SortedMap<String, byte[]> files() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(SAMPLE, sample.bytes());
        tape.replies().forEach((question, reply) -> {
            if (reply instanceof Reply.Answer(byte[] body, Instant _)) {
                files.put(place(question.source(), Sha256.of(body)), body);
            }
        });
        opened.forEach((key, seen) -> files.put(openedPlace(key), seen));
        files.put(INDEX, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(index()));
        return files;
    }

    /// Where an answer lies in the case folder.
    private static String place(String source, Sha256 sha256) {
        return source.equals(PageFiles.Pictures.KEY) ? SCREENSHOTS + sha256 + ".png" : ANSWERS + sha256;
    }

    private static String openedPlace(Sha256 key) {
        return OPENED + key + ".json";
    }

    /// Which sources gave the bytes of an answer's file, and when.
    Map<String, List<Manifest.Origin>> origins() {
        Map<String, SortedSet<Manifest.Origin>> origins = new TreeMap<>();
        tape.replies().forEach((question, reply) -> {
            if (reply instanceof Reply.Answer(byte[] body, Instant at)) {
                origins.computeIfAbsent(place(question.source(), Sha256.of(body)), _ -> new TreeSet<>())
                        .add(new Manifest.Origin(at, question.source()));
            }
        });
        Map<String, List<Manifest.Origin>> listed = new TreeMap<>();
        origins.forEach((path, all) -> listed.put(path, List.copyOf(all)));
        return listed;
    }

    private Index index() {
        SourceSettings sources = settings.sources();
        return new Index(
                SCHEMA,
                tape.startedAt(),
                tape.offline(),
                sample.sha256().hex(),
                sample.size(),
                new Kept(
                        settings.trustHosts(),
                        settings.trustSealers(),
                        settings.languages().stream().map(Lang::code).toList(),
                        sources.privacy().code(),
                        sources.own("safebrowsing.key").isPresent(),
                        chosen(sources)),
                opened.entrySet().stream().map(Recording::seen).toList(),
                tape.replies().entrySet().stream().map(Recording::line).toList());
    }

    /// Which settings of sources were set; of those on which the questions depend also to what.
    private static SortedMap<String, String> chosen(SourceSettings sources) {
        SortedMap<String, String> kept = new TreeMap<>();
        for (Setting setting : Sources.allSettings()) {
            sources.own(setting.path())
                    .ifPresent(
                            value -> kept.put(setting.path(), setting.kind() == Setting.Kind.CHOICE ? value : WAS_SET));
        }
        return kept;
    }

    private static Seen seen(Map.Entry<Sha256, byte[]> entry) {
        return new Seen(entry.getKey().hex(), Sha256.of(entry.getValue()).hex());
    }

    private static Line line(Map.Entry<Question, Reply> entry) {
        Question question = entry.getKey();
        return switch (entry.getValue()) {
            case Reply.Answer(byte[] body, Instant at) ->
                new Line(
                        question.source(),
                        question.subject(),
                        "answer",
                        at,
                        Sha256.of(body).hex(),
                        "",
                        "");
            case Reply.Silence(Why why, Instant at) ->
                new Line(
                        question.source(),
                        question.subject(),
                        "silence",
                        at,
                        "",
                        why.reason().name(),
                        why.detail());
            case Reply.Unasked(Why why, Instant at) ->
                new Line(
                        question.source(),
                        question.subject(),
                        "unasked",
                        at,
                        "",
                        why.reason().name(),
                        why.detail());
        };
    }

    /// Reads a recording back.
    ///
    /// @param folder the case folder
    /// @param threads for the replay
    /// @throws BrokenCase when a file is missing or is not what the recording says
    static Recording read(Path folder, int threads) throws BrokenCase {
        try {
            Index index = JSON.readValue(Files.readAllBytes(folder.resolve(INDEX)), Index.class);
            if (!SCHEMA.equals(index.schema())) {
                throw new BrokenCase(INDEX + " has the schema " + index.schema() + ", not " + SCHEMA);
            }
            byte[] sample = Files.readAllBytes(folder.resolve(SAMPLE));
            return new Recording(
                    new RawMail(sample, new Sha256(index.sampleSha256()), index.sampleSize()),
                    index.settings().settings(threads),
                    index.tape(folder),
                    index.opened(folder));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new BrokenCase("the recording cannot be read: " + BrokenCase.reason(e));
        }
    }

    /// @param key of what was asked
    /// @param sha256 of the file that holds what was seen
    private record Seen(String key, String sha256) {
        byte[] file(Path folder) throws IOException, BrokenCase {
            return kept(folder, openedPlace(new Sha256(key)), sha256);
        }
    }

    private static byte[] kept(Path folder, String place, String sha256) throws IOException, BrokenCase {
        byte[] body = Files.readAllBytes(folder.resolve(place));
        if (!Sha256.of(body).hex().equals(sha256)) {
            throw new BrokenCase(place + " is not what was recorded");
        }
        return body;
    }

    /// @param opened absent in recordings of versions that opened no files
    private record Index(
            String schema,
            Instant startedAt,
            boolean offline,
            String sampleSha256,
            long sampleSize,
            Kept settings,
            @Nullable List<Seen> opened,
            List<Line> replies) {

        SortedMap<Sha256, byte[]> opened(Path folder) throws IOException, BrokenCase {
            SortedMap<Sha256, byte[]> seen = new TreeMap<>();
            for (Seen one : opened == null ? List.<Seen>of() : opened) {
                seen.put(new Sha256(one.key()), one.file(folder));
            }
            return seen;
        }

        Tape tape(Path folder) throws IOException, BrokenCase {
            SortedMap<Question, Reply> tape = new TreeMap<>();
            for (Line line : replies) {
                tape.put(new Question(line.source(), line.subject()), line.reply(folder));
            }
            return new Tape(startedAt, offline, tape);
        }
    }

    /// @param trustSealers absent in recordings of versions that did not evaluate ARC
    /// @param safeBrowsingKey as `sources` says it too
    /// @param sources the settings of sources that were set; absent in recordings of versions that knew one service
    private record Kept(
            List<String> trustHosts,
            @Nullable List<String> trustSealers,
            List<String> languages,
            String privacy,
            boolean safeBrowsingKey,
            @Nullable SortedMap<String, String> sources) {

        Settings settings(int threads) {
            SortedMap<String, String> own = new TreeMap<>(sources == null ? Map.of() : sources);
            if (safeBrowsingKey) {
                own.put("safebrowsing.key", WAS_SET);
            }
            SourceSettings asked = new SourceSettings(
                    List.of(),
                    URI.create("https://data.iana.org/rdap/"),
                    Optional.empty(),
                    own,
                    Privacy.valueOf(privacy.toUpperCase(Locale.ROOT)),
                    CaptureSettings.none());
            List<Lang> spoken = Stream.of(Lang.values())
                    .filter(lang -> languages.contains(lang.code()))
                    .toList();
            List<String> sealers = trustSealers == null ? List.of() : trustSealers;
            return new Settings(asked, trustHosts, sealers, spoken, Limits.standard(), threads);
        }
    }

    private record Line(
            String source, String subject, String state, Instant at, String sha256, String reason, String detail) {

        Reply reply(Path folder) throws IOException, BrokenCase {
            return switch (state) {
                case "answer" -> new Reply.Answer(answer(folder), at);
                case "silence" -> new Reply.Silence(why(), at);
                case "unasked" -> new Reply.Unasked(why(), at);
                default -> throw new BrokenCase(INDEX + " has a reply in the unknown state " + state);
            };
        }

        private byte[] answer(Path folder) throws IOException, BrokenCase {
            return kept(folder, place(source, new Sha256(sha256)), sha256);
        }

        private Why why() {
            return new Why(Why.Reason.valueOf(reason), detail);
        }
    }
}
