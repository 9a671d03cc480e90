package gyotaku.dissect.page;

import gyotaku.dissect.Findings;
import gyotaku.model.mail.Link;
import gyotaku.model.mail.Trait;
import gyotaku.parse.link.TextUrls;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A script that is read and not run: what its strings hold once the usual disguises are taken off, and what it calls.
public final class Script {

    /// Against disguises in disguises.
    private static final int MOST_LAYERS = 5;

    private static final int MOST_DECODED = 16 << 20;
    private static final int SHORTEST_BASE64 = 16;
    private static final int LONGEST_URL = 4_096;

    private static final List<String> BUILDERS =
            List.of("atob", "createObjectURL", "msSaveOrOpenBlob", "msSaveBlob", "saveAs");

    private static final List<String> STARTERS = List.of(
            "ActiveXObject",
            "WScript.Shell",
            "Shell.Application",
            "CreateObject(",
            "ADODB.Stream",
            "powershell",
            "mshta");

    private static final List<String> RUNNERS = List.of("eval(", "Function(", "document.write(", "execScript(");

    private static final List<String> UNPACKERS =
            List.of("unescape(", "decodeURIComponent(", "atob(", "fromCharCode", "decodeURI(");

    private final String code;
    private final List<Literals.Literal> literals;
    private final Set<String> pages = new LinkedHashSet<>();
    private final Set<String> texts = new LinkedHashSet<>();
    private final List<byte[]> files = new ArrayList<>();
    private int room = MOST_DECODED;

    private Script(String code) {
        this.code = code;
        this.literals = Literals.in(code);
        boolean backwards = code.contains(".reverse(");
        for (String text : joined()) {
            open(text, 0);
            if (backwards) {
                open(new StringBuilder(text).reverse().toString(), 0);
            }
        }
    }

    static Script of(String code) {
        return new Script(code);
    }

    /// Pages that it may write.
    List<String> pages() {
        return List.copyOf(pages);
    }

    /// Tells of a script outside of a page: what it calls, hides and leads to.
    public static void tell(String code, String place, Findings found) {
        Builds builds = new Builds(found);
        of(code).tell(found, builds, place);
        builds.end();
    }

    void tell(Findings found, Builds builds, String place) {
        BUILDERS.stream().filter(code::contains).forEach(builds::sign);
        if (code.contains("new Blob") || code.contains("new File(")) {
            builds.sign("Blob");
        }
        files.forEach(builds::file);
        names(builds);
        starts(found);
        obfuscation(found);
        links(found, place);
        texts.stream().filter(Script::isAddress).forEach(address -> found.trait(Trait.Kind.PREFILLED, address));
    }

    /// The strings, those that are parts of one long text side by side in an array put together.
    private List<String> joined() {
        List<String> all = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (Literals.Literal literal : literals) {
            boolean part = literal.value().length() >= SHORTEST_BASE64 && Decoding.isBase64(literal.value());
            if (!run.isEmpty() && !(part && literal.before().endsWith("\","))) {
                all.add(run.toString());
                run.setLength(0);
            }
            if (part) {
                run.append(literal.value());
            } else {
                all.add(literal.value());
            }
        }
        all.add(run.toString());
        return all;
    }

    /// Takes one disguise off, and those below it.
    private void open(String text, int layer) {
        if (layer > 0 && !keep(text) || layer > MOST_LAYERS || text.length() < 8) {
            return;
        }
        String plain = Decoding.percent(text);
        if (!plain.equals(text)) {
            open(plain, layer + 1);
        }
        if (text.length() >= SHORTEST_BASE64 && Decoding.isBase64(text)) {
            Decoding.base64(text).ifPresent(bytes -> decoded(bytes, layer));
            Decoding.hex(text).ifPresent(bytes -> decoded(bytes, layer));
        } else if (layer == 0) {
            bytes(text).filter(Builds::isFile).ifPresent(files::add);
            page(text);
        }
        if (layer > 0 && isCode(text)) {
            for (Literals.Literal inner : Literals.in(text)) {
                open(inner.value(), layer + 1);
            }
        }
    }

    /// Whether it is new and there is room for it.
    private boolean keep(String text) {
        room -= text.length();
        if (room < 0 || !texts.add(text)) {
            return false;
        }
        page(text);
        return true;
    }

    private void page(String text) {
        String lower = text.substring(0, Math.min(text.length(), 1 << 16)).toLowerCase(Locale.ROOT);
        boolean markup =
                List.of("<html", "<script", "<form", "<body", "<iframe", "<meta", "<a ", "<input", "<img").stream()
                        .anyMatch(lower::contains);
        if (markup) {
            pages.add(text);
        }
    }

    private void decoded(byte[] bytes, int layer) {
        if (Builds.isFile(bytes) && bytes.length > 8) {
            files.add(bytes);
            return;
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (isReadable(text)) {
            open(text, layer + 1);
        }
    }

    /// The characters as bytes; empty when one is more.
    private static Optional<byte[]> bytes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 255) {
                return Optional.empty();
            }
        }
        return Optional.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean isReadable(String text) {
        int odd = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            odd += c < ' ' && c != '\n' && c != '\r' && c != '\t' || c == '\ufffd' ? 1 : 0;
        }
        return odd * 20 < text.length() + 1;
    }

    private static boolean isCode(String text) {
        return text.contains("(") && (text.contains(";") || text.contains("="));
    }

    private void names(Builds builds) {
        for (Literals.Literal literal : literals) {
            String before = literal.before();
            boolean named = before.endsWith(".download=")
                    || before.endsWith("\"download\",")
                    || before.contains("saveAs(")
                    || before.contains("msSaveOrOpenBlob(")
                    || before.contains("msSaveBlob(");
            if (named && literal.value().contains(".")) {
                builds.name(literal.value());
            }
        }
        if (code.contains(".download=") || code.contains(".download =") || code.contains("'download'")) {
            builds.sign("download");
        }
    }

    private void starts(Findings found) {
        String all = code + "\n" + String.join("\n", texts);
        STARTERS.stream()
                .filter(word -> all.regionMatches(true, indexOf(all, word), word, 0, word.length()))
                .forEach(word -> found.trait(Trait.Kind.COMMAND, word));
    }

    private static int indexOf(String text, String word) {
        int at = text.indexOf(word);
        return at >= 0 ? at : text.toLowerCase(Locale.ROOT).indexOf(word.toLowerCase(Locale.ROOT));
    }

    /// What it hides with, and whether that is much of it.
    private void obfuscation(Findings found) {
        List<String> signs = new ArrayList<>();
        boolean runs = RUNNERS.stream().anyMatch(code::contains);
        UNPACKERS.stream().filter(code::contains).filter(_ -> runs).forEach(signs::add);
        if (!signs.isEmpty()) {
            RUNNERS.stream().filter(code::contains).forEach(signs::add);
        }
        int escapes = count("\\x") * 4 + count("\\u") * 6 + count("%") * 3;
        if (code.length() > 200 && escapes * 3 > code.length()) {
            signs.add("escapes: " + Math.min(100, escapes * 100 / code.length()) + " %");
        }
        int renamed = count("_0x");
        if (renamed >= 10) {
            signs.add("_0x…: " + renamed);
        }
        long punctuation = code.chars().filter(c -> "[]()!+".indexOf(c) >= 0).count();
        if (code.length() > 500 && punctuation * 10 > code.length() * 8L) {
            signs.add("[]()!+");
        }
        if (!signs.isEmpty()) {
            found.trait(Trait.Kind.OBFUSCATED_SCRIPT, String.join(", ", signs));
        }
    }

    private int count(String sign) {
        int count = 0;
        for (int at = code.indexOf(sign); at >= 0; at = code.indexOf(sign, at + sign.length())) {
            count++;
        }
        return count;
    }

    private void links(Findings found, String place) {
        String where = place.isEmpty() ? "script" : place;
        for (Literals.Literal literal : literals) {
            if (literal.value().length() <= LONGEST_URL && isUrl(literal.value())) {
                found.link("", literal.value(), context(literal.before()), where);
            }
        }
        for (String text : texts) {
            if (text.length() <= LONGEST_URL && isUrl(text)) {
                found.link("", text, Link.Context.FILE, where);
            } else if (!pages.contains(text)) {
                for (TextUrls.Hit hit : TextUrls.in(text)) {
                    if (hit.url().startsWith("http")) {
                        found.link("", hit.url(), Link.Context.OTHER, where);
                    }
                }
            }
        }
    }

    private static boolean isUrl(String text) {
        String start = text.strip();
        boolean web = start.regionMatches(true, 0, "https://", 0, 8) || start.regionMatches(true, 0, "http://", 0, 7);
        return web && start.length() > 10 && start.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '"');
    }

    private static Link.Context context(String before) {
        boolean moves = before.contains("location=")
                || before.endsWith("location.href=")
                || before.endsWith("location.replace(")
                || before.endsWith("location.assign(")
                || before.endsWith("window.open(");
        boolean sends = before.endsWith("fetch(")
                || before.endsWith(".post(")
                || before.endsWith(".action=")
                || before.endsWith("ajax({url:")
                || before.endsWith(".open(\"\",") && before.contains("open(")
                || before.endsWith("url:");
        return moves ? Link.Context.META_REFRESH : sends ? Link.Context.FORM : Link.Context.OTHER;
    }

    /// Whether a text is one mail address and nothing else.
    static boolean isAddress(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at == text.lastIndexOf('@')
                && text.length() < 255
                && text.indexOf('.', at) > at + 1
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || ".@+-_".indexOf(c) >= 0);
    }
}
