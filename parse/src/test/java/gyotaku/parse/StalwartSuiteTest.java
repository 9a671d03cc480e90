package gyotaku.parse;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Limits;
import gyotaku.model.Sha256;
import gyotaku.model.mail.Part;
import gyotaku.model.mail.Source;
import gyotaku.parse.mime.MimeReader;
import gyotaku.parse.mime.Notes;
import gyotaku.testkit.Suites;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The messages of Stalwart's mail-parser with the parts, texts, file names and contents that it expects.
class StalwartSuiteTest {

    private static final String UTF_7 = "UTF-7 is not decoded";
    private static final String RAW_8BIT = "8-bit bytes without a right label are read by what they are";
    private static final String UUENCODE = "x-uuencode is decoded, where theirs keeps the encoded lines";
    private static final String PATH = "backslashes of a Windows path are kept";

    /// Where we read otherwise, and why.
    private static final Map<String, String> EXCEPTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("legacy/001.eml", UTF_7),
            Map.entry("legacy/005.eml", UTF_7),
            Map.entry("legacy/034.eml", UTF_7),
            Map.entry("legacy/016.eml", RAW_8BIT),
            Map.entry("legacy/023.eml", RAW_8BIT),
            Map.entry("legacy/017.eml", UUENCODE),
            Map.entry("legacy/048.eml", UUENCODE),
            Map.entry("legacy/026.eml", "x-uuencode is decoded, raw 8-bit file names are read"),
            Map.entry("legacy/033.eml", RAW_8BIT),
            Map.entry("legacy/052.eml", RAW_8BIT),
            Map.entry("legacy/035.eml", PATH),
            Map.entry("legacy/039.eml", PATH),
            Map.entry("rfc/000.eml", "the example's audio part holds prose where base64 is announced"),
            Map.entry("thirdparty/002.eml", "base64 goes on after padding, for some programs show what stands there"),
            Map.entry(
                    "thirdparty/015.eml", "a multipart in which no boundary is found is one leaf whose text is shown"),
            Map.entry("thirdparty/005.eml", "a boundary that does not begin a line is none")));

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void partsTextsFileNamesAndContentsAreTheSame() {
        Map<String, String> different = new TreeMap<>();
        int compared = 0;
        Path folder = Suites.folder("mime/stalwart/eml");
        for (Path file : Suites.files(folder, ".eml")) {
            Path expected = Path.of(file.toString().replace(".eml", ".json"));
            if (Files.exists(expected)) {
                compared++;
                String difference = difference(file, expected);
                if (!difference.isEmpty()) {
                    different.put(folder.relativize(file).toString(), difference);
                }
            }
        }
        assertThat(different.keySet()).as(different.toString()).isEqualTo(EXCEPTIONS.keySet());
        assertThat(compared).isGreaterThan(60);
    }

    private static String difference(Path file, Path expected) {
        Part root = MimeReader.read(Source.of(Suites.bytes(file)), Limits.standard(), new Notes())
                .root();
        List<String> theirs = new ArrayList<>();
        List<String> ours = new ArrayList<>();
        describe(JSON.readTree(Suites.bytes(expected)), theirs);
        describe(root, ours);
        for (int i = 0; i < Math.max(theirs.size(), ours.size()); i++) {
            String one = i < theirs.size() ? theirs.get(i) : "nothing";
            String other = i < ours.size() ? ours.get(i) : "nothing";
            if (!one.equals(other)) {
                return "\n  theirs " + one + "\n  ours   " + other + "\n";
            }
        }
        return "";
    }

    private static void describe(JsonNode message, List<String> lines) {
        for (JsonNode part : message.path("parts")) {
            String kind = part.path("body").propertyNames().iterator().next();
            JsonNode content = part.path("body").path(kind);
            String name = fileName(part.path("headers"));
            switch (kind) {
                case "Multipart" -> lines.add("divided");
                case "Message" -> {
                    lines.add("divided");
                    describe(content, lines);
                }
                case "Text", "Html" -> lines.add("text " + name + " " + squeezed(content.asString()));
                default ->
                    lines.add("binary " + name + " " + Sha256.of(bytes(content)).hex());
            }
        }
    }

    private static byte[] bytes(JsonNode numbers) {
        byte[] bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) numbers.path(i).asInt();
        }
        return bytes;
    }

    private static String fileName(JsonNode headers) {
        String disposition = parameter(headers, "content_disposition", "filename");
        return disposition.isEmpty() ? parameter(headers, "content_type", "name") : disposition;
    }

    private static String parameter(JsonNode headers, String field, String name) {
        for (JsonNode header : headers) {
            if (header.path("name").asString("").equals(field)) {
                for (JsonNode attribute :
                        header.path("value").path("ContentType").path("attributes")) {
                    if (attribute.path("name").asString("").equals(name)) {
                        return attribute.path("value").asString("");
                    }
                }
            }
        }
        return "";
    }

    private static void describe(Part part, List<String> lines) {
        List<Part> children = MainReading.of(part);
        if (!children.isEmpty()) {
            lines.add("divided");
        } else if (part.type().equals("text/plain")
                || part.type().equals("text/html")
                || part.type().startsWith("text/")) {
            lines.add("text " + part.fileName() + " " + squeezed(part.text().orElse("")));
        } else {
            lines.add("binary " + part.fileName() + " " + part.content().hex());
        }
        children.forEach(child -> describe(child, lines));
    }

    private static String squeezed(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() > 200 ? line.substring(0, 200) : line;
    }
}
