package gyotaku.analyse.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the small part of YAML 1.2 in which knowledge files are written: block mappings and sequences, plain and
/// double-quoted scalars, comments on lines of their own. What a YAML parser could read otherwise is refused.
///
/// A full YAML parser takes five to ten times as long over all files on a cold start.
public final class KnowledgeReader {

    /// Against a file that nests without end.
    private static final int DEEPEST = 8;

    private record Line(int number, int indent, String text) {}

    private final List<Line> lines = new ArrayList<>();
    private int at;

    private KnowledgeReader(String file) {
        int number = 0;
        int start = 0;
        while (start < file.length()) {
            int end = file.indexOf('\n', start);
            end = end < 0 ? file.length() : end;
            add(++number, file.substring(start, end).stripTrailing());
            start = end + 1;
        }
    }

    private void add(int number, String line) {
        String text = line.stripLeading();
        if (!text.isEmpty() && text.charAt(0) != '#') {
            lines.add(new Line(number, line.length() - text.length(), text));
        }
    }

    /// @throws BadKnowledge naming the line, when the file is not of that form
    public static Knowledge.Entries read(String file) {
        KnowledgeReader reader = new KnowledgeReader(file);
        if (reader.lines.isEmpty()) {
            throw new BadKnowledge("empty file");
        }
        Knowledge whole = reader.block(reader.lines.getFirst().indent(), 0);
        if (reader.at < reader.lines.size() || !(whole instanceof Knowledge.Entries entries)) {
            throw reader.wrong("a mapping was expected");
        }
        return entries;
    }

    private Knowledge block(int indent, int depth) {
        if (depth > DEEPEST) {
            throw wrong("nested too deeply");
        }
        return line().text().startsWith("- ") ? items(indent, depth) : entries(indent, depth);
    }

    private Knowledge.Items items(int indent, int depth) {
        List<Knowledge> items = new ArrayList<>();
        while (more(indent) && line().text().startsWith("- ")) {
            Line line = line();
            String rest = line.text().substring(2);
            if (colon(rest) < 0) {
                items.add(new Knowledge.Scalar(scalar(rest)));
                at++;
            } else {
                lines.set(at, new Line(line.number(), indent + 2, rest));
                items.add(entries(indent + 2, depth + 1));
            }
        }
        return new Knowledge.Items(items);
    }

    private Knowledge.Entries entries(int indent, int depth) {
        Map<String, Knowledge> entries = new LinkedHashMap<>();
        while (more(indent) && !line().text().startsWith("- ")) {
            String text = line().text();
            int colon = colon(text);
            if (colon <= 0) {
                throw wrong("a key with a colon was expected");
            }
            if (entries.put(text.substring(0, colon), value(text.substring(colon + 1), indent, depth)) != null) {
                throw wrong("the key stands twice: " + text.substring(0, colon));
            }
        }
        return new Knowledge.Entries(entries);
    }

    private Knowledge value(String rest, int indent, int depth) {
        if (!rest.isEmpty()) {
            Knowledge scalar = new Knowledge.Scalar(scalar(rest.strip()));
            at++;
            return scalar;
        }
        at++;
        if (at >= lines.size() || line().indent() <= indent) {
            throw wrong("a value was expected");
        }
        return block(line().indent(), depth + 1);
    }

    /// The colon that ends a key: followed by a space or by nothing, outside quotes.
    private static int colon(String text) {
        if (text.charAt(0) == '"') {
            return -1;
        }
        int colon = text.indexOf(": ");
        return colon < 0 && text.endsWith(":") ? text.length() - 1 : colon;
    }

    private boolean more(int indent) {
        if (at >= lines.size() || line().indent() < indent) {
            return false;
        }
        if (line().indent() > indent) {
            throw wrong("the indentation fits nothing");
        }
        return true;
    }

    private Line line() {
        return lines.get(at);
    }

    private String scalar(String text) {
        if (text.startsWith("\"")) {
            return quoted(text);
        }
        boolean special = "[]{}&*!|>'%@`?,#".indexOf(text.charAt(0)) >= 0 || text.startsWith("- ");
        if (special || text.contains(" #") || text.contains(": ") || text.endsWith(":")) {
            throw wrong("put this into double quotes: " + text);
        }
        return text;
    }

    private String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 1;
        while (i < text.length() && text.charAt(i) != '"') {
            if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                i++;
                out.append(escaped(text.charAt(i)));
            } else {
                out.append(text.charAt(i));
            }
            i++;
        }
        if (i != text.length() - 1) {
            throw wrong("the closing quote was expected at the end");
        }
        return out.toString();
    }

    private char escaped(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case '"', '\\' -> c;
            default -> throw wrong("unknown escape");
        };
    }

    private BadKnowledge wrong(String what) {
        int number =
                lines.isEmpty() ? 0 : lines.get(Math.min(at, lines.size() - 1)).number();
        return new BadKnowledge("line " + number + ": " + what);
    }
}
