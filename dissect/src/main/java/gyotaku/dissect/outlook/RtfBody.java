package gyotaku.dissect.outlook;

import gyotaku.parse.charset.TextDecoder;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// Reads what RTF says to its reader: the HTML or text that it was made of (MS-OXRTFEX), else its own text with its
/// links (RTF 1.9.1) as HTML.
final class RtfBody {

    /// @param html whether the text is HTML
    record Shown(String text, boolean html) {}

    private enum Form {
        HTML,
        TEXT,
        OWN
    }

    /// Against groups in groups without end: what lies deeper is read as if it lay here.
    private static final int DEEPEST = 1_000;

    private static final Set<String> UNSEEN = Set.of(
            "colortbl",
            "stylesheet",
            "info",
            "pict",
            "header",
            "headerl",
            "headerr",
            "headerf",
            "footer",
            "footerl",
            "footerr",
            "footerf",
            "objdata",
            "mhtmltag",
            "xe",
            "tc",
            "nonshppict");

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("par", "\r\n"),
            Map.entry("line", "\r\n"),
            Map.entry("sect", "\r\n"),
            Map.entry("page", "\r\n"),
            Map.entry("row", "\r\n"),
            Map.entry("tab", "\t"),
            Map.entry("cell", "\t"),
            Map.entry("lquote", "\u2018"),
            Map.entry("rquote", "\u2019"),
            Map.entry("ldblquote", "\u201c"),
            Map.entry("rdblquote", "\u201d"),
            Map.entry("bullet", "\u2022"),
            Map.entry("endash", "\u2013"),
            Map.entry("emdash", "\u2014"),
            Map.entry("emspace", "\u2003"),
            Map.entry("enspace", "\u2002"));

    /// What a group begins with from the one around it.
    private static final class Group {
        boolean unseen;
        boolean suppressed;
        boolean fonts;
        boolean instruction;
        boolean anchor;
        boolean starred;
        boolean fresh = true;
        int skipped = 1;
        int font = -1;

        Group inner() {
            Group inner = new Group();
            inner.unseen = unseen;
            inner.suppressed = suppressed;
            inner.fonts = fonts;
            inner.instruction = instruction;
            inner.skipped = skipped;
            inner.font = font;
            return inner;
        }
    }

    private final byte[] rtf;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder instruction = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final Deque<Group> around = new ArrayDeque<>();
    private final Map<Integer, String> fonts = new HashMap<>();
    private Group group = new Group();
    private Form form = Form.OWN;
    private String encoding;
    private int definedFont = -1;
    private int toSkip;
    private int tooDeep;
    private int at;

    private RtfBody(byte[] rtf, String encoding) {
        this.rtf = rtf;
        this.encoding = encoding;
    }

    /// @param encoding of the message, for RTF that names none
    static Shown read(byte[] rtf, String encoding) {
        RtfBody body = new RtfBody(rtf, encoding);
        body.read();
        String text = body.out.toString();
        return switch (body.form) {
            case HTML -> new Shown(text, true);
            case TEXT -> new Shown(text, false);
            case OWN -> new Shown("<html><body>" + text.strip().replace("\r\n", "<br>\r\n") + "</body></html>", true);
        };
    }

    private void read() {
        while (at < rtf.length) {
            byte b = rtf[at++];
            switch (b) {
                case '{' -> open();
                case '}' -> close();
                case '\\' -> control();
                case '\r', '\n' -> {}
                default -> literal(b);
            }
        }
        flush();
    }

    private void open() {
        if (around.size() >= DEEPEST) {
            tooDeep++;
            return;
        }
        flush();
        around.push(group);
        group = group.inner();
    }

    private void close() {
        if (tooDeep > 0) {
            tooDeep--;
            return;
        }
        flush();
        if (group.anchor) {
            out.append("</a>");
        }
        if (!around.isEmpty()) {
            group = around.pop();
        }
    }

    private void literal(byte b) {
        group.fresh = false;
        if (toSkip > 0) {
            toSkip--;
        } else if (isSeen() || group.instruction) {
            pending.write(b);
        }
    }

    private boolean isSeen() {
        return !group.unseen && !group.suppressed && !group.fonts;
    }

    private void control() {
        if (at >= rtf.length) {
            return;
        }
        int c = rtf[at] & 0xff;
        if (Character.isLetter(c) && c < 128) {
            word();
            return;
        }
        at++;
        switch (c) {
            case '\'' -> literal(hexadecimal());
            case '*' -> group.starred = true;
            case '~' -> sign("\u00a0");
            case '_' -> sign("\u2011");
            case '-' -> {}
            case '\r', '\n' -> sign("\r\n");
            default -> literal((byte) c);
        }
    }

    private byte hexadecimal() {
        int high = at < rtf.length ? Character.digit(rtf[at], 16) : -1;
        int low = at + 1 < rtf.length ? Character.digit(rtf[at + 1], 16) : -1;
        if (high < 0 || low < 0) {
            return '?';
        }
        at += 2;
        return (byte) (high << 4 | low);
    }

    private void word() {
        int start = at;
        while (at < rtf.length && isLetter(rtf[at])) {
            at++;
        }
        String word = new String(rtf, start, Math.min(at - start, 32), StandardCharsets.US_ASCII);
        boolean negative = at < rtf.length && rtf[at] == '-';
        at += negative ? 1 : 0;
        long number = 0;
        int digits = at;
        while (at < rtf.length && rtf[at] >= '0' && rtf[at] <= '9') {
            number = Math.min(Integer.MAX_VALUE, number * 10 + rtf[at++] - '0');
        }
        boolean given = at > digits;
        if (at < rtf.length && rtf[at] == ' ') {
            at++;
        }
        said(word, given, (int) (negative ? -number : number));
    }

    private static boolean isLetter(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }

    private void said(String word, boolean given, int number) {
        if (toSkip > 0 && !word.equals("bin")) {
            toSkip--;
            return;
        }
        boolean first = group.fresh;
        group.fresh = false;
        switch (word) {
            case "fromhtml" -> form = given && number == 0 ? form : Form.HTML;
            case "fromtext" -> form = Form.TEXT;
            case "ansicpg" -> encoding = named(CodePages.label(number));
            case "uc" -> group.skipped = Math.clamp(number, 0, 16);
            case "u" -> unicode(number);
            case "bin" -> at = (int) Math.min(rtf.length, (long) at + Math.max(0, number));
            case "htmlrtf" -> suppress(!given || number != 0);
            case "f" -> font(number);
            case "fcharset" -> fonts.putIfAbsent(definedFont, CodePages.ofFont(number));
            case "cpg" -> fonts.put(definedFont, CodePages.label(number));
            default -> signOrDestination(word, first);
        }
    }

    private String named(String label) {
        return label.isEmpty() ? encoding : label;
    }

    private void signOrDestination(String word, boolean first) {
        String sign = SIGNS.get(word);
        if (sign != null) {
            sign(sign);
        } else if (first) {
            destination(word);
        }
    }

    private void destination(String word) {
        switch (word) {
            case "fonttbl" -> group.fonts = true;
            case "htmltag" -> group.suppressed = false;
            case "fldinst" -> {
                instruction.setLength(0);
                group.instruction = true;
                group.unseen = true;
            }
            case "fldrslt" -> anchor();
            default -> group.unseen |= group.starred || UNSEEN.contains(word);
        }
    }

    private void suppress(boolean on) {
        flush();
        group.suppressed = on;
    }

    private void font(int number) {
        if (group.fonts) {
            definedFont = number;
        } else {
            flush();
            group.font = number;
        }
    }

    private void unicode(int number) {
        flush();
        append(String.valueOf((char) number));
        toSkip = group.skipped;
    }

    private void sign(String sign) {
        flush();
        append(sign);
    }

    /// Decodes what has come in the encoding of its font.
    private void flush() {
        if (pending.size() > 0) {
            byte[] bytes = pending.toByteArray();
            pending.reset();
            String font = fonts.getOrDefault(group.font, "");
            String label = font.isEmpty() || font.equals("windows-1252") ? encoding : font;
            append(TextDecoder.decode(bytes, 0, bytes.length, label).text());
        }
    }

    private void append(String text) {
        if (group.instruction) {
            instruction.append(text);
        } else if (isSeen()) {
            out.append(form == Form.OWN ? escaped(text) : text);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// `HYPERLINK "https://…"` of a field.
    private void anchor() {
        String said = instruction.toString().strip();
        if (form == Form.OWN && said.regionMatches(true, 0, "HYPERLINK", 0, 9)) {
            String target = said.substring(9).strip();
            int quote = target.startsWith("\"") ? target.indexOf('"', 1) : -1;
            String url = quote > 0 ? target.substring(1, quote) : target;
            out.append("<a href=\"").append(escaped(url)).append("\">");
            group.anchor = true;
        }
    }
}
