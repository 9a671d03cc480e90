package gyotaku.parse.received;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The plain part of a YAML file: `key: value`, one level of `  key: value` below a key, and `  - value` lists,
/// values bare or in double quotes, up to the key `samples`. The tests read the whole by a full YAML reader and
/// hold that both see the same. A full reader takes ten times as long to get ready, at each start of the program.
final class FactFile {

    private final Map<String, List<String>> values = new HashMap<>();

    static FactFile of(String text) {
        FactFile file = new FactFile();
        String section = "";
        int samples = text.indexOf("\nsamples:");
        for (String line :
                text.substring(0, samples < 0 ? text.length() : samples).split("\n", -1)) {
            String content = line.strip();
            if (content.isEmpty() || content.startsWith("#")) {
                continue;
            }
            int indent = line.indexOf(content.charAt(0));
            if (indent == 0) {
                section = file.pair("", content);
            } else if (indent == 2 && content.startsWith("- ")) {
                file.add(section, content.substring(2));
            } else if (indent == 2) {
                file.pair(section + ".", content);
            }
        }
        return file;
    }

    private String pair(String prefix, String content) {
        int colon = content.indexOf(':');
        String key = prefix + content.substring(0, colon);
        String value = content.substring(colon + 1).strip();
        if (!value.isEmpty()) {
            add(key, value);
        }
        return key;
    }

    private void add(String key, String value) {
        String bare = value.strip();
        boolean quoted = bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"");
        values.computeIfAbsent(key, _ -> new ArrayList<>()).add(quoted ? bare.substring(1, bare.length() - 1) : bare);
    }

    /// The values of a list, or the one value; empty when the key is absent.
    List<String> all(String key) {
        return values.getOrDefault(key, List.of());
    }

    String one(String key) {
        List<String> found = all(key);
        if (found.size() != 1) {
            throw new IllegalArgumentException(key + " has " + found.size() + " values, not one");
        }
        return found.getFirst();
    }
}
