package gyotaku.testkit.letters;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Writes all letters as mails: `FOLDER` receives `{ja,en}/{bad,benign}/<id>.eml` and `labels.tsv` with path, sha256,
/// label,
/// subtype, lang, brand, purpose, campaign and aside (1: kept aside).
public final class LettersMain {

    /// The languages that letters are written in.
    static final List<String> LANGUAGES = List.of("ja", "en");

    private static final int WRONG_USAGE = 2;

    private LettersMain() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            System.err.println("usage: FOLDER");
            System.exit(WRONG_USAGE);
        }
        write(Path.of(args[0]));
    }

    /// The letters of the project in a language, `ja` or `en`, of one side, `bad` or `benign`.
    public static List<Letter> letters(String language, String side) throws IOException {
        URL place = LettersMain.class.getResource(language + "/" + side);
        if (place == null) {
            return List.of();
        }
        try {
            return all(place.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("letters at " + place, e);
        }
    }

    /// From the classes, or from the archive that they are packed in.
    private static List<Letter> all(URI place) throws IOException {
        if (!place.getScheme().equals("jar")) {
            return Letter.all(Path.of(place));
        }
        try (FileSystem archive = FileSystems.newFileSystem(place, Map.of())) {
            return Letter.all(archive.provider().getPath(place));
        }
    }

    static void write(Path folder) throws IOException {
        List<String> labels = new ArrayList<>();
        labels.add("path\tsha256\tlabel\tsubtype\tlang\tbrand\tpurpose\tcampaign\taside");
        for (String language : LANGUAGES) {
            for (String side : List.of("bad", "benign")) {
                labels.addAll(write(folder, language, side));
            }
        }
        Files.write(folder.resolve("labels.tsv"), labels);
    }

    private static List<String> write(Path folder, String language, String side) throws IOException {
        Path to = Files.createDirectories(folder.resolve(language).resolve(side));
        List<String> labels = new ArrayList<>();
        for (Letter letter : letters(language, side)) {
            byte[] mail = LetterMail.of(letter);
            Files.write(to.resolve(letter.id() + ".eml"), mail);
            labels.add(String.join(
                    "\t",
                    language + "/" + side + "/" + letter.id() + ".eml",
                    HexFormat.of().formatHex(Draw.digest(mail)),
                    letter.kind(),
                    letter.subtype(),
                    language,
                    letter.brand(),
                    letter.purpose(),
                    letter.id(),
                    letter.aside() ? "1" : "0"));
        }
        return labels;
    }
}
