package gyotaku.parse;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Limits;
import gyotaku.model.mail.Part;
import gyotaku.model.mail.Source;
import gyotaku.parse.mime.MimeReader;
import gyotaku.parse.mime.Notes;
import gyotaku.testkit.Suites;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// The messages of Apache James mime4j with the part trees and decoded bodies that it expects.
class Mime4jSuiteTest {

    private static final String SHOWN = "a multipart in which no boundary is found is one leaf whose text is shown";
    private static final String BLANKS = "blanks at the end of a boundary do not count (RFC 2046 section 5.1.1)";

    /// Where we read otherwise, and why.
    private static final Map<String, String> EXCEPTIONS = new TreeMap<>(Map.of(
            "badbound.msg", SHOWN,
            "missing-boundary.msg", SHOWN,
            "missing-inner-boundary.msg", SHOWN,
            "missing-inner-start-boundary.msg", SHOWN,
            "multipartnopart.msg", SHOWN,
            "malformedHeaderStartsBody-nocrlfcrlf.msg", "a field behind a stray line is kept as a field",
            "very-long-boundary.msg", BLANKS,
            "very-very-long-boundary.msg", "a boundary of more than 1,000 characters is none",
            "weird-boundary.msg", BLANKS));

    @Test
    void partTreesAreTheSame() {
        Map<String, String> different = new TreeMap<>();
        int compared = 0;
        for (Path file : Suites.files(Suites.folder("mime/mime4j"), ".msg")) {
            Path expected = sibling(file, "_decoded.xml");
            if (Files.exists(expected)) {
                compared++;
                String difference = difference(file, expected);
                if (!difference.isEmpty()) {
                    different.put(file.getFileName().toString(), difference);
                }
            }
        }
        assertThat(different.keySet()).as(different.toString()).isEqualTo(EXCEPTIONS.keySet());
        assertThat(compared).isGreaterThan(60);
    }

    private static final String PADDING = "base64 goes on after padding, for some programs show what stands there";
    private static final String NO_EMPTY_LINE = "a line that is no field ends the header and is body";

    /// Contents that differ, and why.
    private static final Map<String, String> OTHER_CONTENTS = new TreeMap<>(Map.ofEntries(
            Map.entry("frag 1.2.1.2.1.2.1.2", PADDING),
            Map.entry("multi-frag 1.3.2", PADDING),
            Map.entry("hdr-fakeout 1", NO_EMPTY_LINE),
            Map.entry("basic-plain-with-bad-header-separator 1", NO_EMPTY_LINE),
            Map.entry("malformedHeader-noheader 1", NO_EMPTY_LINE),
            Map.entry("malformedHeaderStartsBody-noheader 1", NO_EMPTY_LINE),
            Map.entry("malformedHeaderStartsBody-nocrlfcrlf 1", "a field behind a stray line is kept as a field"),
            Map.entry("missing-inner-boundary 1.2.1", SHOWN),
            Map.entry("multipartemptypart 1.2", "an empty part before the end is one part, not two"),
            Map.entry("very-long-boundary 1.1", BLANKS),
            Map.entry("very-very-long-boundary 1.1", "a boundary of more than 1,000 characters is none"),
            Map.entry("weird-boundary 1.1", BLANKS)));

    @Test
    void contentsAreTheSame() {
        Set<String> different = new TreeSet<>();
        int compared = 0;
        Path folder = Suites.folder("mime/mime4j");
        List<Path> all = Suites.files(folder, "");
        for (Path file : Suites.files(folder, ".msg")) {
            String name = name(file);
            Map<String, String> ours = contents(file);
            for (Path expected : all) {
                String path = path(expected, file.resolveSibling(name));
                if (!path.isEmpty()) {
                    compared++;
                    String theirs = lines(Suites.bytes(expected));
                    if (!theirs.equals(ours.get(path))) {
                        different.add(name + " " + path);
                    }
                }
            }
        }
        assertThat(different).isEqualTo(OTHER_CONTENTS.keySet());
        assertThat(compared).isGreaterThan(150);
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".msg".length());
    }

    /// The path of the part whose content a file `<message>_decoded_1_2.txt` or `.bin` holds, or empty.
    private static String path(Path file, Path message) {
        String start = message + "_decoded_";
        String whole = file.toString();
        boolean content = whole.startsWith(start) && (whole.endsWith(".txt") || whole.endsWith(".bin"));
        return content
                ? whole.substring(start.length(), whole.length() - ".txt".length())
                        .replace('_', '.')
                : "";
    }

    private static Map<String, String> contents(Path file) {
        Map<String, String> contents = new TreeMap<>();
        MimeReader.read(Source.of(Suites.bytes(file)), Limits.standard(), new Notes())
                .pieces()
                .forEach(piece -> contents.put(piece.part().path(), lines(piece.copy())));
        return contents;
    }

    private static String lines(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    }

    private static Path sibling(Path file, String ending) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - ".msg".length()) + ending);
    }

    private static String difference(Path file, Path expected) {
        Part root = MimeReader.read(Source.of(Suites.bytes(file)), Limits.standard(), new Notes())
                .root();
        Element tree = document(expected);
        List<String> theirs = new ArrayList<>();
        List<String> ours = new ArrayList<>();
        describe(tree, "1", theirs);
        describe(root, ours);
        for (int i = 0; i < Math.max(theirs.size(), ours.size()); i++) {
            String one = i < theirs.size() ? theirs.get(i) : "nothing";
            String other = i < ours.size() ? ours.get(i) : "nothing";
            if (!one.equals(other)) {
                return "theirs " + one + ", ours " + other + "\n";
            }
        }
        return "";
    }

    private static Element document(Path file) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static void describe(Element entity, String path, List<String> lines) {
        int fields = 0;
        List<Element> inner = new ArrayList<>();
        boolean divided = false;
        for (Element child : children(entity)) {
            switch (child.getTagName()) {
                case "header" -> fields = children(child).size();
                case "multipart" -> {
                    divided = true;
                    children(child).stream()
                            .filter(part -> part.getTagName().equals("body-part"))
                            .forEach(inner::add);
                }
                case "message" -> {
                    divided = true;
                    inner.add(child);
                }
                default -> {}
            }
        }
        lines.add(path + " " + fields + (divided ? " divided" : ""));
        for (int i = 0; i < inner.size(); i++) {
            describe(inner.get(i), path + "." + (i + 1), lines);
        }
    }

    private static List<Element> children(Element element) {
        List<Element> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                found.add(child);
            }
        }
        return found;
    }

    private static void describe(Part part, List<String> lines) {
        List<Part> children = MainReading.of(part);
        lines.add(part.path() + " " + part.headers().size() + (children.isEmpty() ? "" : " divided"));
        children.forEach(child -> describe(child, lines));
    }
}
