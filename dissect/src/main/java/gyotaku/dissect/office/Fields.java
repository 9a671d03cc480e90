package gyotaku.dissect.office;

import gyotaku.dissect.Findings;
import gyotaku.dissect.Remote;
import gyotaku.dissect.Scripts;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/// Fields of a text document (ECMA-376 part 1, 17.16), while their pieces come in: instructions, then what they show.
/// Fields in the instructions of fields are worked out as far as `QUOTE` goes, which hides commands as numbers.
public final class Fields {

    /// Against fields in fields without end.
    private static final int MOST_NESTED = 64;

    private static final int MOST_LETTERS = 1 << 16;

    private static final class Field {
        private final StringBuilder instruction = new StringBuilder();
        private final StringBuilder shown = new StringBuilder();
        private boolean separated;
    }

    private final String place;
    private final Findings found;
    private final Deque<Field> open = new ArrayDeque<>();
    private int tooDeep;

    public Fields(String place, Findings found) {
        this.place = place;
        this.found = found;
    }

    public void begin() {
        if (open.size() < MOST_NESTED) {
            open.push(new Field());
        } else {
            tooDeep++;
        }
    }

    public void separate() {
        if (!open.isEmpty()) {
            open.peek().separated = true;
        }
    }

    public void end() {
        if (tooDeep > 0) {
            tooDeep--;
            return;
        }
        if (open.isEmpty()) {
            return;
        }
        Field field = open.pop();
        List<String> words = words(field.instruction.toString());
        String shown = field.shown.toString().strip();
        if (!open.isEmpty() && !open.peek().separated) {
            boolean quote = !words.isEmpty() && words.getFirst().equalsIgnoreCase("QUOTE");
            open.peek().instruction.append(quote ? quoted(words) : shown);
        } else if (!open.isEmpty()) {
            open.peek().shown.append(shown);
        }
        tell(words, field.instruction.toString().strip(), shown);
    }

    /// All fields that are still open end here, as in a text that is cut.
    public void endAll() {
        while (!open.isEmpty()) {
            end();
        }
    }

    public boolean inInstruction() {
        return !open.isEmpty() && !open.peek().separated;
    }

    /// What stands here: a piece of the instruction or of what the field shows.
    public void text(String piece) {
        if (!open.isEmpty()) {
            Field field = open.peek();
            StringBuilder into = field.separated ? field.shown : field.instruction;
            into.append(piece, 0, Math.min(piece.length(), Math.max(0, MOST_LETTERS - into.length())));
        }
    }

    /// A field whose instruction is known as a whole.
    public void simple(String instruction, String shown) {
        tell(words(instruction), instruction.strip(), shown);
    }

    private void tell(List<String> words, String instruction, String shown) {
        if (words.isEmpty()) {
            return;
        }
        switch (words.getFirst().toUpperCase(Locale.ROOT)) {
            case "DDE", "DDEAUTO" -> {
                found.trait(Trait.Kind.DDE, instruction);
                Scripts.tellCalls(instruction, "", found);
                Scripts.tellUrls(instruction, Link.Context.OTHER, place, found);
            }
            case "HYPERLINK" -> target(words).ifPresent(url -> found.link(shown, url, Link.Context.FILE, place));
            case "INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "RD", "DATABASE" ->
                words.stream().skip(1).filter(Remote::is).forEach(this::load);
            default -> {}
        }
    }

    private void load(String url) {
        found.trait(Trait.Kind.EXTERNAL_LOAD, url);
        found.link("", url, Link.Context.OTHER, place);
    }

    /// The first word that is no switch; one that names a bookmark in the document (`\l`) leads nowhere.
    private static java.util.Optional<String> target(List<String> words) {
        if (words.size() < 2 || words.get(1).equals("\\l")) {
            return java.util.Optional.empty();
        }
        return words.stream()
                .skip(1)
                .filter(word -> word.startsWith("\\\\") || !word.startsWith("\\"))
                .findFirst();
    }

    private static String quoted(List<String> words) {
        StringBuilder out = new StringBuilder();
        for (String word : words.subList(1, words.size())) {
            try {
                int letter = Integer.parseInt(word);
                out.append(letter > 0 && letter < 0x10000 ? String.valueOf((char) letter) : "");
            } catch (NumberFormatException _) {
                out.append(word);
            }
        }
        return out.toString();
    }

    /// Words, or what stands between quotation marks; a backslash before a backslash or a mark is an escape there.
    private static List<String> words(String instruction) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < instruction.length(); i++) {
            char c = instruction.charAt(i);
            if (quoted && c == '\\' && i + 1 < instruction.length() && "\\\"".indexOf(instruction.charAt(i + 1)) >= 0) {
                i++;
                word.append(instruction.charAt(i));
            } else if (c == '"' || c == '“' || c == '”') {
                quoted = !quoted;
                if (!quoted) {
                    flush(word, words);
                }
            } else if (!quoted && c <= ' ') {
                flush(word, words);
            } else {
                word.append(c);
            }
        }
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
