package gyotaku.parse;

import static org.assertj.core.api.Assertions.assertThat;

import gyotaku.model.Limits;
import gyotaku.model.mail.Part;
import gyotaku.model.mail.Source;
import gyotaku.parse.mime.MimeReader;
import gyotaku.parse.mime.Notes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        for (Path file : Suites.files(Suites.folder("suites/mime/mime4j"), ".msg")) {
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
        List<Part> children = Suites.mainReading(part);
        lines.add(part.path() + " " + part.headers().size() + (children.isEmpty() ? "" : " divided"));
        children.forEach(child -> describe(child, lines));
    }
}
